import { builtInSystems, loadCatalog } from '../catalog';
import { goldenServices } from '../catalog/golden';
import { systemRuleGroups } from '../catalog/rules';
import { servicePanels } from '../catalog/servicePanels';
import { goldenExpressions } from '../domain/services/golden';
import { boardsOf } from '../pages/boards/boardPage';
import { goldenComponents } from '../pages/platform/components';

// One entry in the settings, and nothing else: the service is wherever services are.
const SOURCE = `
systems:
  - id: enis
    services:
      - id: mail-relay
        name: Mail relay
        kind: platform
        team: platform
        dependsOn: [redis]
        scrape: { job: mail-relay }
        traces: { service: mail-relay }
        logs: { schema: enis, where: { service: mail-relay } }
        signals:
          traffic: { kind: rate, title: Mails, metric: mails_total, unit: cps }
          errors:
            kind: ratio
            title: Refused mails
            part: { metric: mails_total, where: { status: refused } }
            total: { metric: mails_total }
            unit: percentunit
        golden: { traffic: mail-relay.traffic, errors: mail-relay.errors }
    boards:
      - id: mail
        title: Mail
        page: platform
        rows: [{ panels: [{ id: mails, title: Mails, kind: timeseries, queries: [{ signal: mail-relay.traffic }] }] }]
    slos:
      - id: mail-relay-accepted
        title: Mails accepted
        service: mail-relay
        sli: { kind: ratio, total: { metric: mails_total }, bad: { metric: mails_total, where: { status: refused } } }
        targetRatio: 0.99
        windowDays: 28
    alerts:
      - id: mail-refused
        name: MailRefused
        service: mail-relay
        severity: critical
        condition: { signal: mail-relay.errors, op: '>', value: 0.1 }
        for: 5m
        summary: Mails are refused
`;

const { catalog, problems } = loadCatalog(builtInSystems, SOURCE);
const system = catalog.systems.find(({ id }) => id === 'enis');
const service = system?.services.find(({ id }) => id === 'mail-relay');
const model = { catalog, problems, dataSources: {}, missing: {}, notices: [] };
const ids = (services: ReadonlyArray<{ service: string }>) => services.map((one) => one.service);

test('the entry is accepted as it is', () => {
  expect(problems).toEqual([]);
});

test('it has a row among the services and on the platform, measured in the queries that are sent anyway', () => {
  const before = goldenServices(builtInSystems);
  const after = goldenServices(catalog.systems);
  expect(ids(after)).toContain('mail-relay');
  expect(ids(goldenComponents(catalog.systems))).toContain('mail-relay');
  expect(Object.keys(goldenExpressions(after, '5m'))).toEqual(Object.keys(goldenExpressions(before, '5m')));
  expect(goldenExpressions(after, '5m').traffic).toContain('mails_total{system="enis"}');
});

test('it has a page of its own, from its entry alone', () => {
  const panels = system && service && servicePanels(system, service);
  expect(panels?.red.map(({ id }) => id)).toEqual(['golden-traffic', 'golden-errors']);
});

test('its board, its objective and its alert are where those are', () => {
  expect(boardsOf(model, 'platform').map(({ board }) => board.id)).toContain('mail');
  expect(system?.slos?.map(({ id }) => id)).toContain('mail-relay-accepted');
  const rules = system ? systemRuleGroups(system).flatMap(({ rules: all }) => all) : [];
  const alerts = rules.flatMap((rule) => ('alert' in rule ? [rule] : []));
  expect(alerts.filter(({ labels }) => labels['service'] === 'mail-relay').map(({ alert }) => alert)).toContain(
    'MailRefused'
  );
  expect(rules.filter(({ labels }) => labels?.['slo'] === 'mail-relay-accepted').length).toBeGreaterThan(1);
});

test('everything else stays as it was', () => {
  const others = (systems: typeof catalog.systems) =>
    systems.map(({ id, services }) => [id, services.filter((one) => one.id !== 'mail-relay').map((one) => one.id)]);
  expect(others(catalog.systems)).toEqual(others(builtInSystems));
});
