/** @jest-environment node */
import { GaveUpError, InFlight } from './inFlight';

/** A call that is answered by hand. */
function controlled<T>() {
  const signals: AbortSignal[] = [];
  const settle: Array<{ resolve: (value: T) => void; reject: (reason: unknown) => void }> = [];
  const start = (signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<T>((resolve, reject) => settle.push({ resolve, reject }));
  };
  return { start, signals, settle };
}

const patience = { timeoutMs: 60_000 };

describe('calls that are under way', () => {
  it('shares one call between callers of the same key', async () => {
    const calls = new InFlight<string>();
    const { start, signals, settle } = controlled<string>();
    const both = [calls.run('a', start, patience), calls.run('a', start, patience)];
    settle[0]?.resolve('answer');
    await expect(Promise.all(both)).resolves.toEqual(['answer', 'answer']);
    expect(signals).toHaveLength(1);
  });

  it('starts anew once the call has ended, and for another key', async () => {
    const calls = new InFlight<string>();
    const { start, signals, settle } = controlled<string>();
    const first = calls.run('a', start, patience);
    settle[0]?.resolve('1');
    await first;
    expect(calls.size).toBe(0);
    void calls.run('a', start, patience);
    void calls.run('b', start, patience);
    expect(signals).toHaveLength(3);
    settle.forEach(({ resolve }) => resolve('end'));
  });

  it('shares a failure, and forgets it', async () => {
    const calls = new InFlight<string>();
    const { start, settle } = controlled<string>();
    const both = [calls.run('a', start, patience), calls.run('a', start, patience)];
    settle[0]?.reject(new Error('broken'));
    await expect(both[0]).rejects.toThrow('broken');
    await expect(both[1]).rejects.toThrow('broken');
    expect(calls.size).toBe(0);
  });

  it('goes on for the others when one caller leaves', async () => {
    const calls = new InFlight<string>();
    const { start, signals, settle } = controlled<string>();
    const leaving = new AbortController();
    const left = calls.run('a', start, { ...patience, signal: leaving.signal });
    const staying = calls.run('a', start, patience);
    leaving.abort();
    await expect(left).rejects.toMatchObject({ name: 'AbortError' });
    expect(signals[0]?.aborted).toBe(false);
    settle[0]?.resolve('answer');
    await expect(staying).resolves.toBe('answer');
  });

  it('is cancelled when the last caller leaves, and a later caller gets a new call', async () => {
    const calls = new InFlight<string>();
    const { start, signals, settle } = controlled<string>();
    const [one, two] = [new AbortController(), new AbortController()];
    const both = [
      calls.run('a', start, { ...patience, signal: one.signal }),
      calls.run('a', start, { ...patience, signal: two.signal }),
    ];
    one.abort();
    two.abort();
    await expect(both[0]).rejects.toMatchObject({ name: 'AbortError' });
    await expect(both[1]).rejects.toMatchObject({ name: 'AbortError' });
    expect(signals[0]?.aborted).toBe(true);
    const next = calls.run('a', start, patience);
    settle[1]?.resolve('new');
    await expect(next).resolves.toBe('new');
  });

  it('gives up for a caller whose time runs out', async () => {
    const calls = new InFlight<string>();
    const { start, signals } = controlled<string>();
    await expect(calls.run('a', start, { timeoutMs: 1 })).rejects.toBeInstanceOf(GaveUpError);
    expect(signals[0]?.aborted).toBe(true);
  });

  it('does not start for a caller that has left already', async () => {
    const calls = new InFlight<string>();
    const { start, signals } = controlled<string>();
    await expect(calls.run('a', start, { ...patience, signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(signals).toHaveLength(0);
  });
});
