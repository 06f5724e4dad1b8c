import { type Board } from '../../../types';

/** Document 000, executive dashboard, and what its reader asks next. */
export const executiveBoard: Board = {
  id: 'executive-overview',
  title: 'ENIS executive overview',
  page: 'executive',
  implements: ['ENIS-DASH-01'],
  rows: [
    {
      panels: [
        {
          id: 'system-health',
          title: 'System health',
          kind: 'stat',
          queries: [{ signal: 'system.reachable-targets', legend: 'Reachable targets' }],
          columns: 5,
          heightPx: 150,
          links: [{ title: 'Services', page: 'services' }],
          implements: ['ENIS-PANEL-01'],
        },
        {
          id: 'active-tenants',
          title: 'Active tenants, 24 h',
          kind: 'stat',
          queries: [{ signal: 'system.active-tenants', legend: 'Active tenants' }],
          columns: 5,
          heightPx: 150,
          implements: ['ENIS-PANEL-02'],
        },
        {
          id: 'infrastructure-cost',
          title: 'Cost (estimate)',
          kind: 'stat',
          queries: [
            { signal: 'system.monthly-cost', legend: 'per month' },
            { signal: 'system.hourly-cost', legend: 'per hour' },
          ],
          columns: 6,
          heightPx: 150,
          implements: ['ENIS-PANEL-05'],
        },
        {
          id: 'executions-24h',
          title: 'Agent executions, 24 h',
          description: 'How many executions each tier had in the last 24 hours, whatever the time range of the page.',
          kind: 'stat',
          queries: [{ signal: 'edge-agents.executions-24h', by: ['tier'], legend: '{{tier}}' }],
          columns: 8,
          heightPx: 150,
          links: [{ title: 'Edge tiers', page: 'edge-tiers' }],
        },
      ],
    },
    {
      panels: [
        {
          id: 'agent-executions',
          title: 'Agent executions by tier',
          description: 'Executions per second.',
          kind: 'timeseries',
          queries: [{ signal: 'edge-agents.executions', by: ['tier'], legend: '{{tier}}' }],
          timeFrom: '24h',
          columns: 12,
          heightPx: 360,
          links: [{ title: 'Edge tiers', page: 'edge-tiers' }],
          implements: ['ENIS-PANEL-03'],
        },
        {
          id: 'error-rate-by-service',
          title: 'Error rate by service',
          description: 'A service without errors is drawn at 0, an idle one not at all.',
          kind: 'timeseries',
          queries: [{ signal: 'system.service-error-ratio', by: ['service'], legend: '{{service}}' }],
          softMax: 0.05,
          columns: 12,
          heightPx: 360,
          links: [{ title: 'Services', page: 'services' }],
          implements: ['ENIS-PANEL-04'],
        },
      ],
    },
  ],
};
