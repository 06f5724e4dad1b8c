import { EmbeddedScene, SceneCanvasText, SceneTimeRange } from '@grafana/scenes';
import { abortError } from '../../datasources/errors';
import { failure, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { LiveData } from './LiveData';

interface Question {
  range: TimeWindow;
  signal: AbortSignal;
  answer: (result: Result<string>) => Promise<void>;
}

class Recorded extends LiveData<string> {
  readonly questions: Question[] = [];

  protected ask(range: TimeWindow, signal: AbortSignal): Promise<Result<string>> {
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(abortError()));
      const answer = async (result: Result<string>) => {
        resolve(result);
        await new Promise(process.nextTick);
      };
      this.questions.push({ range, signal, answer });
    });
  }

  question(index: number): Question {
    const question = this.questions[index];
    if (!question) {
      throw new Error(`question ${index} was not asked`);
    }
    return question;
  }
}

function onAPage() {
  const live = new Recorded();
  const timeRange = new SceneTimeRange({ from: '2026-01-01T00:00:00Z', to: '2026-01-01T06:00:00Z' });
  const scene = new EmbeddedScene({
    $timeRange: timeRange,
    $behaviors: [live],
    body: new SceneCanvasText({ text: '' }),
  });
  return { live, timeRange, scene };
}

describe('LiveData', () => {
  it('asks about the page’s time range when the page is opened', async () => {
    const { live, scene } = onAPage();
    expect(live.questions).toHaveLength(0);
    scene.activate();
    expect(live.question(0).range).toEqual({
      fromMs: Date.UTC(2026, 0, 1, 0),
      toMs: Date.UTC(2026, 0, 1, 6),
    });
    expect(live.state).toMatchObject({ loading: true });
    await live.question(0).answer(success('here'));
    expect(live.state).toMatchObject({ loading: false, value: 'here' });
  });

  it('asks again when the page is refreshed, and gives the older question up', async () => {
    const { live, timeRange, scene } = onAPage();
    scene.activate();
    timeRange.onRefresh();
    expect(live.question(0).signal.aborted).toBe(true);
    expect(live.question(1).signal.aborted).toBe(false);
    await live.question(0).answer(success('late'));
    await live.question(1).answer(success('new'));
    expect(live.state.value).toBe('new');
  });

  it('keeps the last answer when a newer question fails, and forgets the failure when it recovers', async () => {
    const { live, timeRange, scene } = onAPage();
    scene.activate();
    await live.question(0).answer(success('old'));
    timeRange.onRefresh();
    await live.question(1).answer(failure({ kind: 'down', message: 'no answer' }));
    expect(live.state).toMatchObject({ value: 'old', error: { kind: 'down' }, loading: false });
    timeRange.onRefresh();
    await live.question(2).answer(success('back'));
    expect(live.state).toMatchObject({ value: 'back', loading: false });
    expect(live.state.error).toBeUndefined();
  });

  it('gives up when the page is left', () => {
    const { live, scene } = onAPage();
    const leave = scene.activate();
    leave();
    expect(live.question(0).signal.aborted).toBe(true);
  });
});
