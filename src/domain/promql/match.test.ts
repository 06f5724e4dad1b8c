import { matchesLabels } from './match';

const labels = { status: '503', tier: 'lite' };

describe('matchesLabels', () => {
  it.each([
    [{ status: '503' }, true],
    [{ status: '50' }, false],
    [{ status: { re: '5..' } }, true],
    // Anchored, as in PromQL.
    [{ status: { re: '5' } }, false],
    [{ status: { notRe: '5..' } }, false],
    [{ status: { not: '200' }, tier: 'lite' }, true],
    [{ tier: { anyOf: ['zero', 'lite'] } }, true],
    [{ tier: { anyOf: ['zero'] } }, false],
    // A label that is missing is empty.
    [{ error_type: '' }, true],
    [{ error_type: { not: '' } }, false],
    [{}, true],
  ])('%j is %s', (where, expected) => {
    expect(matchesLabels(where, labels)).toBe(expected);
  });
});
