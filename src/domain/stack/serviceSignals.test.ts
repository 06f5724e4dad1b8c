import { type ExpectedSignals, missingOf, serviceSignals, type SignalAnswers } from './serviceSignals';

const shop: ExpectedSignals = {
  id: 'shop',
  name: 'Shop',
  isServing: true,
  golden: { traffic: 'traffic', errors: 'errors' },
  traced: 'shop-api',
  logged: { schema: 'lines', value: 'shop' },
};

const answers: SignalAnswers = {
  golden: new Map([['shop', new Set(['traffic', 'errors'])]]),
  spans: new Map([['shop-api', 12.34]]),
  resources: new Map([
    ['shop-api', { labels: { service_version: '1.2', deployment_environment: 'prod' }, timeMs: 0, value: 1 }],
  ]),
  lines: new Map([['lines', new Map([['shop', 1200]])]]),
};

const only = (service: ExpectedSignals, given: SignalAnswers = answers) => serviceSignals([service], given)[0]!;

describe('serviceSignals', () => {
  it('says of each kind what arrives', () => {
    expect(only(shop)).toEqual({
      id: 'shop',
      name: 'Shop',
      metrics: { presence: 'present', text: 'traffic, errors' },
      traces: { presence: 'present', text: '12 spans/s' },
      logs: { presence: 'present', text: '1,200 lines' },
      attributes: { presence: 'present', text: '1.2, prod' },
    });
  });

  it('names what is missing', () => {
    const found = only(shop, {
      golden: new Map([['shop', new Set(['traffic'])]]),
      spans: new Map(),
      resources: new Map([['shop-api', { labels: { service_version: '1.2' }, timeMs: 0, value: 1 }]]),
      lines: new Map([['lines', new Map([['other', 3]])]]),
    });
    expect(found.metrics).toEqual({ presence: 'missing', text: 'no errors' });
    expect(found.traces).toEqual({ presence: 'missing', text: 'no span in 15 minutes' });
    expect(found.logs).toEqual({ presence: 'missing', text: 'no line in 15 minutes' });
    expect(found.attributes).toEqual({ presence: 'missing', text: 'no deployment.environment' });
    expect(missingOf(found)).toBe(4);
  });

  it('tells what could not be asked from what is missing', () => {
    const found = only(shop, {});
    expect([found.metrics, found.traces, found.logs, found.attributes].map(({ presence }) => presence)).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'unknown',
    ]);
    expect(missingOf(found)).toBe(0);
  });

  it('expects nothing that the catalog does not, except that what serves is counted', () => {
    const bare: ExpectedSignals = { id: 'disk', name: 'Disk', isServing: false, golden: {} };
    expect(only(bare).metrics.presence).toBe('none');
    expect(only(bare).traces.presence).toBe('none');
    expect(only({ ...bare, isServing: true }).metrics.presence).toBe('missing');
  });

  it('counts every line of a schema that only one service writes', () => {
    const lines = new Map([
      [
        'lines',
        new Map([
          ['a', 1],
          ['b', 2],
        ]),
      ],
    ]);
    expect(only({ ...shop, logged: { schema: 'lines' } }, { ...answers, lines }).logs.text).toBe('3 lines');
  });

  it('puts first what lacks most', () => {
    const silent = { ...shop, id: 'silent', name: 'Zulu', traced: 'zulu', logged: { schema: 'lines', value: 'zulu' } };
    expect(serviceSignals([shop, silent], answers).map(({ id }) => id)).toEqual(['silent', 'shop']);
  });
});
