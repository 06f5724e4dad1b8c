import { dateTimeFormat } from '@grafana/data';
import {
  type SceneComponentProps,
  sceneGraph,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
} from '@grafana/scenes';
import { Icon, PanelChrome, TextLink, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { ConditionMessage } from '../../components/ConditionMessage';
import { countOf, formatDuration } from '../../domain/format/format';
import { formatMeasure } from '../../domain/tiers/values';
import { LiveBody } from '../../scenes/live/LiveBody';
import { type TierTraces, type TierTracesFound, TRACE_LIMIT } from '../../scenes/tiers/TierTraces';
import { tableStyles } from './tableStyles';

interface TracesPanelState extends SceneObjectState {
  traces: SceneObjectRef<TierTraces>;
}

/** The slow traces of a part of a tier, slowest first; each leads to its page. */
export class TracesPanel extends SceneObjectBase<TracesPanelState> {
  static Component = TracesPanelRenderer;

  isInViewChanged(isInView: boolean) {
    this.state.traces.resolve().isInViewChanged(isInView);
  }
}

function TracesPanelRenderer({ model }: SceneComponentProps<TracesPanel>) {
  const traces = model.useState().traces.resolve();
  const timeZone = sceneGraph.getTimeRange(model).getTimeZone();
  return (
    <PanelChrome title="Slow traces" description="Longer than the 95th percentile of the time range, slowest first.">
      <LiveBody live={traces} what="traces" fillsPanel>
        {(found) =>
          found.traces.length > 0 ? (
            <TraceTable found={found} timeZone={timeZone} />
          ) : (
            <ConditionMessage icon="minus-circle" title="No traces">
              None of this time range was kept: traces are a sample.
            </ConditionMessage>
          )
        }
      </LiveBody>
    </PanelChrome>
  );
}

const SHORT_ID_LENGTH = 8;
const duration = (valueMs: number) => formatMeasure('ms', valueMs);

function TraceTable({ found, timeZone }: { found: TierTracesFound; timeZone: string }) {
  const styles = useStyles2(tableStyles);
  const { search } = useLocation();
  const nowMs = Date.now();
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Slow traces, slowest first">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Trace</th>
            <th scope="col" className={styles.number}>
              Duration
            </th>
            <th scope="col">Failed spans</th>
            <th scope="col" className={styles.number}>
              Spans
            </th>
            <th scope="col">Began</th>
          </tr>
        </thead>
        <tbody>
          {found.traces.map(({ traceId, spanMs, errorCount = 0, spanCount, startTimeMs }) => (
            <tr key={traceId}>
              <th scope="row">
                <TextLink href={pageUrl('traces', [traceId], search)} inline={false} variant="bodySmall">
                  {traceId.slice(0, SHORT_ID_LENGTH)}
                </TextLink>
              </th>
              <td className={styles.number}>{duration(spanMs)}</td>
              <td>
                {errorCount > 0 ? (
                  <>
                    <Icon name="exclamation-circle" size="sm" aria-hidden /> {errorCount}
                  </>
                ) : (
                  'none'
                )}
              </td>
              <td className={styles.number}>{spanCount ?? '–'}</td>
              <td title={dateTimeFormat(startTimeMs, { timeZone })}>{formatDuration(nowMs - startTimeMs)} ago</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{howFound(found)}</p>
    </div>
  );
}

function howFound({ traces, atLeastMs, isTruncated }: TierTracesFound): string {
  const which =
    atLeastMs === undefined
      ? 'None that was kept is slower than the 95th percentile, or that is not known: these are of any duration.'
      : `Slower than the 95th percentile, ${duration(atLeastMs)}.`;
  const many = isTruncated
    ? `The newest ${TRACE_LIMIT} of them; there may be more.`
    : `${countOf(traces.length, 'trace')} of those that were kept: traces are a sample.`;
  return `${which} ${many}`;
}
