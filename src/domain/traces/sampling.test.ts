/** @jest-environment node */
import { samplingWords } from './sampling';

describe('a sample of traces', () => {
  it('is called one, with an estimate of all when it is complete', () => {
    expect(samplingWords(42, 0.1, true)).toBe('10 % sample by policy: about 420 in all.');
    expect(samplingWords(100, 0.1, false)).toBe('10 % sample by policy.');
    expect(samplingWords(7, 0.01, true)).toBe('1 % sample by policy: about 700 in all.');
    expect(samplingWords(0, 0.1, true)).toBe('10 % sample by policy.');
  });

  it.each([[undefined], [1], [0], [NaN]])('is none when %s of them are kept', (keptRatio) => {
    expect(samplingWords(5, keptRatio, true)).toBeUndefined();
  });
});
