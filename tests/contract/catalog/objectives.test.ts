import { builtInSystems } from '../../../src/catalog';
import { prometheus } from '../../../src/datasources';
import { sloRecordings } from '../../../src/domain/rules/sloRecordings';
import { type Sample } from '../../../src/domain/metrics/types';
import { alwaysAsked, countedQuestions } from '../../../src/domain/slo/queries';
import { hasBudget } from '../../../src/domain/slo/types';
import { loadDataSources } from '../datasources/support/runtime';
import { lastHours, valueOf } from '../datasources/support/window';

jest.mock('@grafana/runtime', () => jest.requireActual('../datasources/support/runtime'));

const dataSourceUid = 'prometheus';
const range = lastHours(6);
const slos = builtInSystems.flatMap((system) =>
  (system.slos ?? []).map((slo) => [`${system.id}/${slo.id}`, { system: system.id, slo }] as const)
);

beforeAll(loadDataSources);

describe.each(slos)('%s', (_name, { system, slo }) => {
  it('has event counts for its whole window', async () => {
    const one = [{ system, slo }];
    const answers = await prometheus.instants({
      dataSourceUid,
      expressions: { ...alwaysAsked(one), ...countedQuestions(one) },
      range,
    });
    const own = (samples: readonly Sample[]) =>
      samples.find(({ labels }) => labels.system === system && labels.slo === slo.id)?.value;
    const [total, bad, counts] = [answers.total, answers.bad, answers.counts].map((answer) => own(valueOf(answer)));
    expect(total).toBeGreaterThan(0);
    expect(bad).toBeGreaterThanOrEqual(0);
    expect(bad).toBeLessThanOrEqual(total ?? 0);
    // 288 counts a day; a start of the stack in between may cost a few. Levels are measured from the start on.
    expect(counts).toBeGreaterThan(hasBudget(slo) ? 0.98 * 288 * slo.windowDays : 0);
  });

  // Over hours: a tier may be silent at this very moment.
  it('can be counted from raw series, bad events too', async () => {
    for (const { expr } of sloRecordings(system, slo)) {
      const series = valueOf(await prometheus.range({ dataSourceUid, expr, range, maxDataPoints: 72 }));
      expect(series.map(({ points }) => points.length > 0)).toEqual([true]);
    }
  });
});
