import { type Runbook } from '../../../../domain/runbook/types';
import { command, investigate, link, metric, mitigate, on, promql, verify } from '../../runbookKit';
import { owned } from './parts';

export const dashboardTroubleshooting: Runbook = {
  ...owned,
  id: 'dashboard-troubleshooting',
  title: 'Dashboard Troubleshooting',
  service: 'dashboard',
  alerts: [],
  severity: 'info',
  summary: 'A panel is empty or wrong. From the data source to the query, in the order in which it usually fails.',
  steps: [
    investigate('source', 'Does the data source answer?', {
      text: 'A check that has failed says why: down, no permission, not configured.',
      checks: [promql('Any series at all', 'count(up{$where})', '<', 1)],
      branches: [on('failed', 'repair-source', 'The data source does not answer.')],
    }),
    investigate('targets', 'Are the targets scraped?', {
      checks: [
        metric('system.target-up', '<', 1, { by: ['job', 'instance'], title: 'Targets that answer' }),
        metric('system.agents-scraped', '<', 4, { title: 'Agents that are scraped' }),
      ],
      branches: [on('abnormal', 'scrape', 'A target does not answer.')],
    }),
    investigate('query', 'Does the query find its metrics?', {
      checks: [
        promql('HTTP metrics', 'count(http_requests_total{$where})', '<', 1),
        promql('Business metrics', 'count({__name__=~"negocio_.+",$where})', '<', 1),
        { kind: 'log', title: 'Log lines', schema: 'mini-market', abnormal: { op: '<', value: 1 } },
        link('Boards', 'boards'),
      ],
    }),
    investigate('range', 'Is it the time range?', {
      text: 'Look at the picker above: the range may lie before the data, or in the future. Counters need four scrapes for a rate.',
    }),
    mitigate('repair-source', 'Repair the data source', {
      checks: [command('docker compose ps prometheus loki'), command('curl -sf http://localhost:9090/-/ready')],
    }),
    mitigate('scrape', 'Repair the scraping', {
      checks: [command('curl -s http://localhost:9090/api/v1/targets?state=active')],
    }),
    mitigate('test-alert', 'Test the way of alerts', {
      text: 'An alert by hand shows whether notifications arrive. It resolves by itself.',
      checks: [
        command(
          `curl -s -X POST http://localhost:9093/api/v2/alerts -H 'Content-Type: application/json' -d '[{"labels":{"alertname":"TestAlert","severity":"info"}}]'`,
          'Notifies whoever is on call.'
        ),
      ],
      implements: ['MM-STEP-01'],
    }),
    { ...verify(), checks: [metric('system.target-up', '<', 1, { by: ['job'] })] },
  ],
  implements: ['MM-RUNBOOK-02'],
};
