import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { ConditionMessage } from '../../../components/ConditionMessage';
import { countOf } from '../../../domain/format/format';
import { panelCondition } from '../../../domain/health/panelCondition';
import { type TraceAnalysis } from '../../../domain/traces/analysis';
import { conditionWords } from '../../../scenes/panel/conditionText';
import { type TraceChoice } from '../traceChoice';
import { type TraceLines, type TraceLogs } from '../TraceLogs';
import { LineDetails } from './LineDetails';
import { LogList } from './LogList';
import { NoLines } from './NoLines';
import { type TimeView } from './shared';
import { type AttachedLines } from './useAttachedLines';

interface Props {
  logs: TraceLogs;
  attached: AttachedLines;
  analysis: TraceAnalysis;
  choice: TraceChoice;
  choose: (change: Partial<TraceChoice>) => void;
  /** The time axis above; absent when there are no spans to share one with. */
  view?: TimeView | undefined;
}

/** The log lines of the trace, or why there are none. The spans do without them. */
export function LogPane({ logs, attached: { lines }, analysis, choice, choose, view }: Props) {
  const styles = useStyles2(getStyles);
  const { value, error, loading } = logs.useState();
  const chosen = lines.find(({ line }) => line.id === choice.line);
  if (!value) {
    const words = conditionWords(
      panelCondition({ loading, hasValues: false, errors: error ? [error] : [], countsEvents: false })
    );
    return (
      <section aria-label="Log lines" className={styles.pane}>
        {words ? (
          <ConditionMessage
            icon={words.icon}
            title={`Logs: ${words.title}`}
            onRetry={words.canRetry ? logs.refresh : undefined}
          >
            {words.text}
          </ConditionMessage>
        ) : (
          <LoadingPlaceholder text="Loading log lines" />
        )}
      </section>
    );
  }
  return (
    <section aria-label="Log lines" className={styles.pane}>
      {error && (
        <Alert severity="warning" title="Could not refresh the log lines" topSpacing={0} bottomSpacing={0}>
          {error.message}
        </Alert>
      )}
      {value.warnings.map(({ message }) => (
        <Alert key={message} severity="warning" title={message} topSpacing={0} bottomSpacing={0} />
      ))}
      <p className={styles.title}>{summary(value)}</p>
      {lines.length > 0 ? (
        <LogList lines={lines} analysis={analysis} choice={choice} choose={choose} view={view} />
      ) : (
        <NoLines found={value} analysis={analysis} onRetry={logs.refresh} />
      )}
      {chosen && <LineDetails attached={chosen} analysis={analysis} onClose={() => choose({ line: undefined })} />}
    </section>
  );
}

/** Where the lines came from, and what is missing. */
function summary({ lines, sources, correlationIds }: TraceLines): string {
  const found = sources.filter(({ lineCount }) => lineCount > 0);
  const missing = sources.filter(({ state }) => state === 'no-index' || state === 'no-field');
  return [
    lines.length > 0
      ? `${countOf(lines.length, 'log line')} from ${found.map(({ indexPattern, lineCount }) => `${indexPattern} (${lineCount})`).join(', ')}.`
      : 'No log lines.',
    ...(correlationIds.length > 0 ? [`Also looked for: ${correlationIds.slice(0, 3).join(', ')}.`] : []),
    ...missing.map(({ indexPattern, state, traceIdFields }) =>
      state === 'no-index'
        ? `There is no index ${indexPattern}.`
        : `${indexPattern} has no field ${traceIdFields.join(' or ') || 'for a trace id'}.`
    ),
  ].join(' ');
}

const getStyles = (theme: GrafanaTheme2) => ({
  pane: css({ borderTop: `2px solid ${theme.colors.border.medium}`, minWidth: 0 }),
  title: css({
    margin: 0,
    padding: theme.spacing(0.5, 1),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
  }),
});
