/** @jest-environment node */
import { stripVTControlCharacters } from 'node:util';
import { consoleProgress } from './progress';

function recorded(signal?: AbortSignal) {
  const lines: string[] = [];
  const progress = consoleProgress({ write: (text) => void lines.push(stripVTControlCharacters(text)), signal });
  return { lines, progress };
}

test('a step reports its end with the remark, and hands on its result', async () => {
  const { lines, progress } = recorded();
  expect(
    await progress.step(
      'Count',
      async () => 7,
      (count) => `${count} sheep`
    )
  ).toBe(7);
  expect(lines.join('')).toMatch(/✓ Count: 7 sheep \(\d+\.\d s\)/);
});

test('a failed step is marked and fails', async () => {
  const { lines, progress } = recorded();
  const step = progress.step('Count', () => Promise.reject(new Error('no sheep')));
  await expect(step).rejects.toThrow('no sheep');
  expect(lines.join('')).toMatch(/✗ Count/);
});

test('an interruption ends the running step and refuses the next, but not the stopping', async () => {
  const controller = new AbortController();
  const { progress } = recorded(controller.signal);
  const endless = progress.step('Wait', () => new Promise<void>(() => {}));
  controller.abort();
  await expect(endless).rejects.toThrow('Interrupted');
  expect(progress.interrupted).toBe(true);
  const ran = jest.fn(async () => 1);
  await expect(progress.step('Next', ran)).rejects.toThrow('Interrupted');
  expect(ran).not.toHaveBeenCalled();
  expect(await progress.uninterruptible().step('Stop', ran)).toBe(1);
});
