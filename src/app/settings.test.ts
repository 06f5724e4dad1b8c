import { readSettings } from './settings';

describe('readSettings', () => {
  it('accepts nothing at all', () => {
    expect(readSettings(undefined)).toEqual({ settings: {}, problems: [] });
  });

  it('says which path is wrong and keeps the rest', () => {
    const { settings, problems } = readSettings({
      dataSources: { prometheus: 7, jeager: 'x' },
      catalog: 'systems: []',
    });
    expect(settings).toEqual({ catalog: 'systems: []' });
    expect(problems.map(({ path }) => path)).toEqual(['dataSources.prometheus', 'dataSources']);
    expect(problems[1]?.message).toContain('jeager');
  });

  it('takes an index of spans, and says what is none', () => {
    const spanIndex = { index: 'prod-jaeger-span-*', elasticsearch: 'spans' };
    expect(readSettings({ spanIndex })).toEqual({ settings: { spanIndex }, problems: [] });
    const { problems } = readSettings({ spanIndex: { index: 'Jaeger spans' } });
    expect(problems).toMatchObject([{ path: 'spanIndex.index', message: expect.stringContaining('jaeger-span-*') }]);
    expect(readSettings({ spanIndex: { index: '', more: 1 } }).problems).toHaveLength(2);
  });
});
