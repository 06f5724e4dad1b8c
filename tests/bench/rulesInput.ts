import { fleetCatalog } from './fleet/catalog';

const ALL_OTHERS = ['enis', 'mini-market', 'soma-agent', 'accelerapp', 'obs-standards'];

/** The objectives of a fleet alone, as a catalog file. */
export function catalogJson(size: number): string {
  return JSON.stringify({
    systems: [...fleetCatalog(size).systems, ...ALL_OTHERS.map((id) => ({ id, mode: 'remove' }))],
  });
}

/** The same objectives as Sloth's own file. */
export function slothYaml(size: number): string {
  const slos = (fleetCatalog(size).systems[0]?.slos ?? []).map(({ id, service, targetRatio = 0 }) => {
    const rate = (matchers: string) => `sum(rate(fleet_requests_total{service="${service}"${matchers}}[{{.window}}]))`;
    return [
      `  - name: ${id}`,
      `    objective: ${Number((targetRatio * 100).toPrecision(12))}`,
      '    sli:',
      '      events:',
      `        error_query: ${rate(',status="500"')}`,
      `        total_query: ${rate('')}`,
      '    alerting:',
      `      name: ${id}`,
      '      page_alert: { labels: { severity: critical } }',
      '      ticket_alert: { labels: { severity: warning } }',
    ].join('\n');
  });
  return `version: prometheus/v1\nservice: fleet\nslos:\n${slos.join('\n')}\n`;
}
