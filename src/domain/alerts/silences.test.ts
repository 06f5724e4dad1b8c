import { type Silence, type SilenceMatcher, silencer } from './silences';

const matcher = (name: string, value: string, changes: Partial<SilenceMatcher> = {}): SilenceMatcher => ({
  name,
  value,
  isRegex: false,
  isEqual: true,
  ...changes,
});
const silence = (...matchers: SilenceMatcher[]): Silence => ({
  id: 'one',
  matchers,
  startsAtMs: 100,
  endsAtMs: 200,
  createdBy: 'ada',
  comment: 'maintenance',
  source: 'alertmanager',
});
const alert = { name: 'DiskFull', labels: { instance: 'node-3', severity: 'warning' } };
const isSilenced = (...matchers: SilenceMatcher[]) => silencer([silence(...matchers)], 150)(alert) !== undefined;

describe('silencer', () => {
  it('wants all matchers to hold', () => {
    expect(isSilenced(matcher('alertname', 'DiskFull'), matcher('instance', 'node-3'))).toBe(true);
    expect(isSilenced(matcher('alertname', 'DiskFull'), matcher('instance', 'node-4'))).toBe(false);
  });

  it('anchors regular expressions, and survives broken ones', () => {
    expect(isSilenced(matcher('instance', 'node-.', { isRegex: true }))).toBe(true);
    expect(isSilenced(matcher('instance', 'node', { isRegex: true }))).toBe(false);
    expect(isSilenced(matcher('instance', 'a|node-3', { isRegex: true }))).toBe(true);
    expect(isSilenced(matcher('instance', '(', { isRegex: true }))).toBe(false);
  });

  it('takes an absent label for an empty one', () => {
    expect(isSilenced(matcher('team', ''))).toBe(true);
    expect(isSilenced(matcher('team', 'platform', { isEqual: false }))).toBe(true);
    expect(isSilenced(matcher('severity', 'warning', { isEqual: false }))).toBe(false);
  });

  it('holds from its start until before its end', () => {
    const all = [silence(matcher('alertname', 'DiskFull'))];
    expect([99, 100, 199, 200].map((nowMs) => silencer(all, nowMs)(alert) !== undefined)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('mutes nothing without matchers', () => {
    expect(isSilenced()).toBe(false);
  });
});
