import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Button, FilterPill, Icon, LinkButton, useStyles2, useTheme2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { type System } from '../../../catalog/types';
import { Facts } from '../../../components/Facts';
import { StateBadge } from '../../../components/StateBadge';
import { countOf, formatDuration } from '../../../domain/format/format';
import { formatUs } from '../../../domain/traces/formatUs';
import { type Trace } from '../../../domain/traces/types';
import { copyText } from '../../../scenes/panel/copyLink';
import { exploreUrl, logsExploreQuery } from '../../../scenes/panel/explore';
import { logsDataSource, tracesDataSource } from '../../../scenes/variables/dataSources';
import { type TraceLogs } from '../TraceLogs';
import { downloadTrace } from './download';
import { type PaneProps } from './shared';
import { TraceRemarks } from './TraceRemarks';
import { TraceVerdict } from './TraceVerdict';

interface Props extends PaneProps {
  trace: Trace;
  logs: TraceLogs;
  systems: readonly System[];
}

const STATES = {
  ok: { state: 'ok', title: 'No span failed' },
  'errors-inside': { state: 'warning', title: 'Spans failed inside; the first one did not' },
  failed: { state: 'critical', title: 'The trace failed: its first span is an error' },
} as const;
const AROUND_MS = 60_000;

/** The trace in one look: what it was, how it went, what took the time, and what can be done with it. */
export function TraceHeader(props: Props) {
  const { analysis, colours, choice, choose, trace, logs } = props;
  const { tree, facts } = analysis;
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  useLocation();
  const logState = logs.useState();
  const root = tree.nodes[tree.roots[0] ?? -1];
  const endMs = tree.startTimeMs + tree.durationUs / 1000;
  const window = { fromMs: tree.startTimeMs - AROUND_MS, toMs: endMs + AROUND_MS };
  const traceExplore = exploreUrl(tracesDataSource(logs), { query: trace.traceId }, window);
  const logExplore = logState.value
    ? exploreUrl(logsDataSource(logs), logsExploreQuery(logState.value.query), logState.value.window)
    : undefined;
  const { state, title } = STATES[facts.status];
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <StateBadge state={state} title={title} />
        <h2 className={styles.name}>{root ? `${root.span.serviceName}: ${root.span.operationName}` : 'No spans'}</h2>
        <div className={styles.actions}>
          <Button size="sm" variant="secondary" icon="link" onClick={() => void copyText(currentUrl())}>
            Copy link
          </Button>
          <Button size="sm" variant="secondary" icon="download-alt" onClick={() => downloadTrace(trace)}>
            JSON
          </Button>
          {traceExplore && (
            <LinkButton size="sm" variant="secondary" icon="compass" href={traceExplore}>
              Explore trace
            </LinkButton>
          )}
          {logExplore && (
            <LinkButton size="sm" variant="secondary" icon="compass" href={logExplore}>
              Explore logs
            </LinkButton>
          )}
        </div>
      </div>
      <Facts
        facts={[
          ['Duration', formatUs(facts.durationUs)],
          ['Spans', facts.spanCount],
          ['Errors', facts.errorCount],
          ['Depth', facts.depth],
          ['Log lines', logState.value ? logState.value.lines.length : logState.error ? 'not known' : 'loading'],
          ['Began', `${dateTimeFormat(tree.startTimeMs)} (${formatDuration(Date.now() - tree.startTimeMs)} ago)`],
          ['Trace id', <code key="id">{trace.traceId}</code>],
        ]}
      />
      <TraceVerdict {...props} />
      <div className={styles.services} role="group" aria-label="Services">
        {facts.services.map(({ serviceName, spanCount, errorCount, selfUs }) => (
          <span
            key={serviceName}
            className={styles.service}
            title={`${countOf(spanCount, 'span')}, ${formatUs(selfUs)} of its own work`}
          >
            <span className={styles.swatch} style={{ background: colours(theme, serviceName) }} />
            <FilterPill
              label={`${serviceName || '(no service)'} ${spanCount}${errorCount > 0 ? `, ${countOf(errorCount, 'error')}` : ''}`}
              selected={choice.services.includes(serviceName)}
              onClick={() =>
                choose({
                  services: choice.services.includes(serviceName)
                    ? choice.services.filter((name) => name !== serviceName)
                    : [...choice.services, serviceName],
                })
              }
            />
          </span>
        ))}
        {choice.services.length > 0 && (
          <Button size="sm" variant="secondary" fill="text" onClick={() => choose({ services: [] })}>
            All services
          </Button>
        )}
      </div>
      <TraceRemarks remarks={tree.remarks} roots={tree.roots.length} durationUs={tree.durationUs} />
      {facts.spanCount === 0 && (
        <p>
          <Icon name="question-circle" /> The store has the trace and none of its spans.
        </p>
      )}
    </header>
  );
}

function currentUrl(): string {
  return window.location.href;
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  line: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 2) }),
  name: css({ ...theme.typography.h4, margin: 0, overflowWrap: 'anywhere', flexGrow: 1 }),
  actions: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  services: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.5, 1.5) }),
  service: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5) }),
  swatch: css({ width: 10, height: 10, borderRadius: 2 }),
});
