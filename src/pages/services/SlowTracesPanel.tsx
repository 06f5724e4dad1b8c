import { dateTimeFormat, formattedValueToString, getValueFormat } from '@grafana/data';
import { Button, PanelChrome, TextLink, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { type Service } from '../../catalog/types';
import { ConditionMessage } from '../../components/ConditionMessage';
import { countOf, formatDuration } from '../../domain/format/format';
import { LiveBody } from '../../scenes/live/LiveBody';
import { type FoundTraces, type SlowTraces, TRACE_LIMIT } from '../../scenes/services/SlowTraces';
import { tableStyles } from './tableStyles';

interface Props {
  traces: SlowTraces;
  service: Service;
  /** Empty: all that the service does. */
  operation: string;
  onAll: () => void;
}

const duration = (valueMs: number) => formattedValueToString(getValueFormat('ms')(valueMs));

/** Slow traces of a service or of one of its operations, slowest first. */
export function SlowTracesPanel({ traces, service, operation, onAll }: Props) {
  return (
    <PanelChrome
      title={operation ? `Slow traces of ${operation}` : `Slow traces of ${service.name}`}
      actions={
        operation ? (
          <Button size="sm" variant="secondary" fill="text" onClick={onAll}>
            All operations
          </Button>
        ) : undefined
      }
    >
      <LiveBody live={traces} what="traces">
        {(found) =>
          found.traces.length > 0 ? (
            <TraceTable found={found} />
          ) : (
            <NoTraces service={service} isUnknown={found.isUnknownService} />
          )
        }
      </LiveBody>
    </PanelChrome>
  );
}

function NoTraces({ service, isUnknown }: { service: Service; isUnknown: boolean }) {
  if (!service.traces) {
    return (
      <ConditionMessage icon="cog" title="Not configured">
        The catalog gives {service.id} no name in traces (<code>traces.service</code>).
      </ConditionMessage>
    );
  }
  return isUnknown ? (
    <ConditionMessage icon="question-circle" title="No traces">
      The traces data source has never heard of a service {service.traces.service}.
    </ConditionMessage>
  ) : (
    <ConditionMessage icon="minus-circle" title="No traces">
      None of this time range was kept: traces are a sample.
    </ConditionMessage>
  );
}

function TraceTable({ found: { traces, atLeastMs, isTruncated } }: { found: FoundTraces }) {
  const { table, scroll, number, wide, note } = useStyles2(tableStyles);
  const { search } = useLocation();
  const nowMs = Date.now();
  return (
    <>
      <div className={scroll} role="region" aria-label="Slow traces table" tabIndex={0}>
        <table className={table}>
          <thead>
            <tr>
              <th scope="col">Trace</th>
              <th scope="col">Begins with</th>
              <th scope="col" className={number}>
                Duration
              </th>
              <th scope="col" className={number}>
                Whole trace
              </th>
              <th scope="col" className={number}>
                Errors
              </th>
              <th scope="col" className={number}>
                Spans
              </th>
              <th scope="col">When</th>
            </tr>
          </thead>
          <tbody>
            {traces.map(({ traceId, root, spanMs, traceMs, errorCount, spanCount, startTimeMs }) => (
              <tr key={traceId}>
                <th scope="row">
                  <TextLink href={pageUrl('traces', [traceId], search)} inline={false} variant="bodySmall">
                    {traceId.slice(0, 8)}
                  </TextLink>
                </th>
                <td className={wide}>{root}</td>
                <td className={number}>{duration(spanMs)}</td>
                <td className={number}>{traceMs === undefined ? '–' : duration(traceMs)}</td>
                <td className={number}>{errorCount ?? '–'}</td>
                <td className={number}>{spanCount ?? '–'}</td>
                <td title={dateTimeFormat(startTimeMs)}>{formatDuration(nowMs - startTimeMs)} ago</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={note}>
        {atLeastMs === undefined
          ? 'None is slower than the 95th percentile, or that is not known: these are of any duration.'
          : `Slower than its 95th percentile, ${duration(atLeastMs)}.`}{' '}
        {isTruncated
          ? `From the newest ${TRACE_LIMIT} that matched; there may be more.`
          : `${countOf(traces.length, 'trace')} of those that were kept: traces are a sample.`}
      </p>
    </>
  );
}
