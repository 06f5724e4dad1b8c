import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Checkbox, useStyles2 } from '@grafana/ui';
import { UserMarkdown } from '../../components/UserMarkdown';
import { VerdictBadge } from '../../components/VerdictBadge';
import { branchFor, checkKey, stepVerdict } from '../../domain/runbook/flow';
import { fillMarkdown } from '../../domain/runbook/templates';
import { type RunbookStep } from '../../domain/runbook/types';
import { CheckView } from './CheckView';
import { StepLink } from './StepLink';
import { type RunbookView } from './RunbookView';
import { type LiveRunbook } from './useRunbook';

interface Props {
  step: RunbookStep;
  number: number;
  live: LiveRunbook;
  model: RunbookView;
}

/** A step: what to do, what its checks found, and where the findings lead. */
export function StepCard({ step, number, live, model }: Props) {
  const styles = useStyles2(getStyles);
  const { progress, save, findings, way, next, overall } = live;
  const verdicts = Object.fromEntries(Object.entries(findings).map(([key, found]) => [key, found?.verdict]));
  const verdict = stepVerdict(step, verdicts);
  const isPassed = overall.state !== 'not-run' && !way.some((point) => point.step.id === step.id);
  const branch = branchFor(step, verdict);
  const target = model.state.runbook.steps.findIndex(({ id }) => id === branch?.goTo);
  const isDone = progress.done[step.id] !== undefined;
  const tick = () => {
    const { [step.id]: _was, ...others } = progress.done;
    save({ ...progress, done: isDone ? others : { ...others, [step.id]: Date.now() } });
  };
  return (
    <article
      id={`step-${step.id}`}
      tabIndex={-1}
      aria-labelledby={`title-of-${step.id}`}
      className={cx(styles.card, next?.step.id === step.id && styles.next)}
    >
      <div className={styles.head}>
        <h3 id={`title-of-${step.id}`} className={styles.title}>
          {number}. {step.title}
        </h3>
        {step.minutes && <span className={styles.faint}>{step.minutes}</span>}
        {verdict && <VerdictBadge verdict={verdict} />}
        {isPassed && <span className={styles.faint}>not on the way that the findings suggest</span>}
        <span className={styles.tick}>
          <Checkbox label="Done" aria-label={`Done: ${step.title}`} value={isDone} onChange={tick} />
        </span>
      </div>
      {step.text && <UserMarkdown text={fillMarkdown(step.text, live.variables).text} />}
      {(step.checks ?? []).map((_check, index) => (
        <CheckView key={checkKey(step.id, index)} checkKey={checkKey(step.id, index)} live={live} model={model} />
      ))}
      {branch && target >= 0 && (
        <p className={styles.branch}>
          Go on with{' '}
          <StepLink step={branch.goTo}>
            {target + 1}. {model.state.runbook.steps[target]?.title}
          </StepLink>
          {branch.because ? `. ${branch.because}` : '.'}
        </p>
      )}
    </article>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    scrollMarginTop: theme.spacing(8),
    minWidth: 0,
    '@media print': { breakInside: 'avoid' },
  }),
  next: css({ borderColor: theme.colors.primary.border }),
  head: css({ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: theme.spacing(0.5, 2) }),
  title: css({ ...theme.typography.h5, margin: 0 }),
  tick: css({ marginLeft: 'auto' }),
  faint: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  branch: css({ margin: 0, a: { color: theme.colors.text.link, textDecoration: 'underline' } }),
});
