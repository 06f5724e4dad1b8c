import { type LabelFilter, narrowing } from './filters';

const tenant: LabelFilter = {
  role: 'tenant',
  label: 'tenant_id',
  values: ['acme', 'a.b'],
  carriers: new Set(['requests_total', 'errors_total']),
};

describe('narrowing', () => {
  it('narrows what carries the label', () => {
    expect(narrowing('sum(rate(errors_total[5m])) / sum(rate(requests_total[5m]))', [tenant])).toEqual({
      matchers: { tenant_id: { anyOf: ['acme', 'a.b'] } },
      ignored: [],
    });
  });

  it('leaves alone what carries it on one side only, and says so', () => {
    expect(narrowing('sum(rate(errors_total[5m])) / sum(cpu)', [tenant])).toEqual({
      matchers: {},
      ignored: ['tenant'],
    });
  });

  it('cannot narrow by a role that the system does not have', () => {
    const environment = { ...tenant, role: 'environment', label: undefined };
    expect(narrowing('requests_total', [environment, tenant])).toEqual({
      matchers: { tenant_id: { anyOf: ['acme', 'a.b'] } },
      ignored: ['environment'],
    });
  });

  it('does not trust a selector without a name', () => {
    expect(narrowing('{__name__=~"requests.*"}', [tenant]).ignored).toEqual(['tenant']);
  });
});
