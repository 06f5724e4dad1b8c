import { builtInSystems, type System } from '../../../src/catalog';
import { type Runbook } from '../../../src/domain/runbook/types';
import { runbookSource } from '../../../src/catalog/runbooks';
import { prometheus } from '../../../src/datasources';
import { type Opened } from '../../../src/domain/runbook/address';
import { signalQuery } from '../../../src/domain/signals/query';
import { loadDataSources } from '../datasources/support/runtime';
import { lastHours, valueOf } from '../datasources/support/window';
import { askRunbook } from './support';

jest.mock('@grafana/runtime', () => jest.requireActual('../datasources/support/runtime'));

// Every live check of every runbook, asked of the real stores: a question that finds nothing is no check.
const PATIENCE_MS = 60_000;

beforeAll(loadDataSources);

/** Labels as the runbook's alert would carry them: those of a series that its condition looks at. */
async function labelsOf(system: System, runbook: Runbook): Promise<Opened> {
  const alert = system.alerts?.find(({ id }) => id === runbook.alerts[0]);
  if (!alert) {
    return { labels: {} };
  }
  const signal = runbookSource(system, runbook).signal(alert.condition.signal);
  const expr = signalQuery(signal, { filters: { system: system.id }, by: alert.condition.by, rateWindow: '5m' });
  const samples = valueOf(
    await prometheus.instant({
      dataSourceUid: 'prometheus',
      expr: `last_over_time((${expr})[6h:1m])`,
      range: lastHours(6),
    })
  );
  const labels = samples[0]?.labels ?? {};
  const service = alert.serviceLabel === undefined ? undefined : labels[alert.serviceLabel];
  return { alert: alert.name, labels: { ...labels, ...(service ? { service } : {}) } };
}

async function silent(system: System, runbook: Runbook): Promise<string[]> {
  const opened = await labelsOf(system, runbook);
  const asked = await askRunbook(system, runbook, opened, lastHours(6));
  expect(asked.length).toBeGreaterThan(0);
  return asked
    .filter(({ finding }) => finding.verdict !== 'normal' && finding.verdict !== 'abnormal')
    .map(({ key, finding }) => `${key} ${finding.verdict}: ${finding.statement}`);
}

describe.each(builtInSystems.map((system) => [system.id, system] as const))('%s', (_id, system) => {
  it.each((system.runbooks ?? []).map((runbook) => [runbook.id, runbook] as const))(
    '%s: every check gets an answer',
    async (_runbook, runbook) => {
      // What the stack's own servers say about themselves begins with the stack.
      const giveUpAtMs = Date.now() + PATIENCE_MS;
      let left = await silent(system, runbook);
      while (left.length > 0 && Date.now() < giveUpAtMs) {
        await new Promise((resolve) => setTimeout(resolve, 5_000));
        left = await silent(system, runbook);
      }
      expect(left).toEqual([]);
    },
    120_000
  );
});
