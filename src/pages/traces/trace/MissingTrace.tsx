import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { sceneGraph } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import { ConditionMessage } from '../../../components/ConditionMessage';
import { panelCondition } from '../../../domain/health/panelCondition';
import { type TraceAnalysis } from '../../../domain/traces/analysis';
import { TRACE_RETENTION_DAYS, whyMissing } from '../../../domain/traces/limits';
import { conditionWords } from '../../../scenes/panel/conditionText';
import { type TraceData } from '../TraceData';
import { type TraceLogs } from '../TraceLogs';
import { type TraceView } from '../TraceView';
import { LogPane } from './LogPane';
import { type AttachedLines } from './useAttachedLines';

interface Props {
  model: TraceView;
  data: TraceData;
  analysis: TraceAnalysis;
  logs: TraceLogs;
  attached: AttachedLines;
}

const NOT_FOUND = {
  expired: {
    title: 'Trace expired',
    text: `Traces are kept for ${TRACE_RETENTION_DAYS} days, and this one is older.`,
  },
  'on-its-way': {
    title: 'Trace not here yet',
    text: 'Its newest line is less than two minutes old: its spans may still be on their way.',
  },
  unknown: { title: 'Trace not found', text: `Traces are kept for ${TRACE_RETENTION_DAYS} days.` },
} as const;

/** Why there is no trace. Its log lines are kept longer and elsewhere, so they may still be had. */
export function MissingTrace({ model, data, attached, ...rest }: Props) {
  const styles = useStyles2(getStyles);
  const { choice } = model.useState();
  const { error, loading } = data.useState();
  const isNotFound = error?.kind === 'not-found' && error.what === 'trace';
  const { to } = sceneGraph.getTimeRange(data).state.value;
  const times = attached.lines.flatMap(({ line }) => line.timeMs ?? []);
  const why = whyMissing(times, { toMs: to.valueOf() }, Date.now());
  const errors = error ? [error] : [];
  const words = conditionWords(panelCondition({ loading, hasValues: false, errors, countsEvents: false }));
  // What has expired does not come back.
  const canRetry = isNotFound ? why !== 'expired' : words?.canRetry;
  return (
    <div className={styles.halves}>
      <div className={styles.half}>
        <ConditionMessage
          icon={isNotFound || !words ? 'question-circle' : words.icon}
          title={isNotFound ? NOT_FOUND[why].title : `No trace: ${words?.title ?? 'not known why'}`}
          onRetry={canRetry ? data.refresh : undefined}
        >
          {error?.message} {isNotFound && NOT_FOUND[why].text} Its log lines are below, as far as they lie in the time
          range of the page.
        </ConditionMessage>
      </div>
      <div className={styles.half}>
        <LogPane {...rest} attached={attached} choice={choice} choose={model.choose} />
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  halves: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), flexGrow: 1, minWidth: 0 }),
  half: css({
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    padding: theme.spacing(1),
  }),
});
