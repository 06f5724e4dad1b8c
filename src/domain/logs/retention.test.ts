/** @jest-environment node */
import { goneOf, keptFromMs, keptText } from './retention';

const shop = { name: 'Shop', days: 30 };
const forum = { name: 'Forum', days: 30 };
const bank = { name: 'Bank', days: 90 };
const NOW = Date.UTC(2026, 4, 31);

describe('how long lines are kept', () => {
  it('is said', () => {
    expect(keptText([])).toBeUndefined();
    expect(keptText([shop, forum])).toBe('Lines are kept 30 days.');
    expect(keptText([bank, shop, forum])).toBe('Lines are kept 30 days (Shop, Forum) or 90 days (Bank).');
  });

  it('tells what of a time range is gone', () => {
    // 30 days before the 31st of May is the 1st.
    expect(keptFromMs(shop, NOW)).toBe(Date.UTC(2026, 4, 1));
    expect(goneOf([bank, shop], Date.UTC(2026, 4, 1), NOW)).toEqual([]);
    expect(goneOf([bank, shop], Date.UTC(2026, 3, 30), NOW)).toEqual([shop]);
    expect(goneOf([bank, shop], Date.UTC(2026, 0, 1), NOW)).toEqual([shop, bank]);
  });
});
