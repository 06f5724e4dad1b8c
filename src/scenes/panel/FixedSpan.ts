import { dateTime, type TimeRange } from '@grafana/data';
import { type SceneTimeRangeState, SceneTimeRangeTransformerBase } from '@grafana/scenes';

interface FixedSpanState extends SceneTimeRangeState {
  durationMs: number;
}

/**
 * A time range that ends where the page's ends and has a length of its own, for panels such as "last 24 h". It moves
 * and refreshes with the page.
 */
export class FixedSpan extends SceneTimeRangeTransformerBase<FixedSpanState> {
  constructor(durationMs: number) {
    super({ durationMs, from: 'now-24h', to: 'now', value: spanBefore(Date.now(), durationMs) });
    this.addActivationHandler(() => this.follow(this.getAncestorTimeRange().state));
  }

  protected ancestorTimeRangeChanged(timeRange: SceneTimeRangeState): void {
    this.follow(timeRange);
  }

  private follow({ value, timeZone }: SceneTimeRangeState) {
    const next = spanBefore(value.to.valueOf(), this.state.durationMs);
    this.setState({ from: next.from.toISOString(), to: next.to.toISOString(), value: next, timeZone });
  }
}

function spanBefore(endMs: number, durationMs: number): TimeRange {
  const from = dateTime(endMs - durationMs);
  const to = dateTime(endMs);
  return { from, to, raw: { from, to } };
}
