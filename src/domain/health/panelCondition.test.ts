import { panelCondition, type PanelFacts } from './panelCondition';

const facts = (changes: Partial<PanelFacts>): PanelFacts => ({
  loading: false,
  hasValues: false,
  errors: [],
  countsEvents: true,
  ...changes,
});
const down = { kind: 'down', message: 'Prometheus does not answer' };

describe('panelCondition', () => {
  it('shows values, and says when some are missing', () => {
    expect(panelCondition(facts({ hasValues: true }))).toEqual({ kind: 'shown' });
    expect(panelCondition(facts({ hasValues: true, loading: true }))).toEqual({ kind: 'shown' });
    expect(panelCondition(facts({ hasValues: true, errors: [down] }))).toEqual({
      kind: 'partial',
      message: down.message,
    });
  });

  it('names the reason of a failure, and keeps naming it during a retry', () => {
    const failed = { kind: 'failed', reason: 'down', message: down.message };
    expect(panelCondition(facts({ errors: [down] }))).toEqual(failed);
    expect(panelCondition(facts({ errors: [down], loading: true }))).toEqual(failed);
    expect(panelCondition(facts({ errors: [{ kind: 'odd', message: 'x' }] }))).toMatchObject({ reason: 'unexpected' });
  });

  it('waits for the metric check before it says why there is nothing', () => {
    expect(panelCondition(facts({ loading: true }))).toEqual({ kind: 'loading' });
    expect(panelCondition(facts({}))).toEqual({ kind: 'loading' });
  });

  it('tells missing metrics, silence and missing data apart', () => {
    expect(panelCondition(facts({ missingMetrics: ['a_total'] }))).toEqual({
      kind: 'not-configured',
      missingMetrics: ['a_total'],
    });
    expect(panelCondition(facts({ missingMetrics: [] }))).toEqual({ kind: 'no-traffic' });
    expect(panelCondition(facts({ missingMetrics: [], countsEvents: false }))).toEqual({ kind: 'no-data' });
  });
});
