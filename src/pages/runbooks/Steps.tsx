import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { PHASE_TITLES } from '../../domain/runbook/exportMarkdown';
import { type RunbookPhase, type RunbookStep } from '../../domain/runbook/types';
import { type RunbookView } from './RunbookView';
import { StepCard } from './StepCard';
import { type LiveRunbook } from './useRunbook';

/** All steps, phase by phase. Those that the findings lead past stay, marked. */
export function Steps({ live, model }: { live: LiveRunbook; model: RunbookView }) {
  const styles = useStyles2(getStyles);
  const { steps } = model.state.runbook;
  return (
    <div className={styles.steps}>
      {phasesOf(steps).map(({ phase, first, own }) => (
        <section key={`${phase}-${first}`} aria-labelledby={`phase-${phase}-${first}`} className={styles.steps}>
          <h2 id={`phase-${phase}-${first}`} className={styles.phase}>
            {PHASE_TITLES[phase]}
          </h2>
          {own.map((step, index) => (
            <StepCard key={step.id} step={step} number={first + index + 1} live={live} model={model} />
          ))}
        </section>
      ))}
    </div>
  );
}

/** Steps that follow each other in the same phase, with the position of the first. */
function phasesOf(steps: readonly RunbookStep[]) {
  const phases: Array<{ phase: RunbookPhase; first: number; own: RunbookStep[] }> = [];
  steps.forEach((step, index) => {
    const last = phases.at(-1);
    if (last?.phase === step.phase) {
      last.own.push(step);
    } else {
      phases.push({ phase: step.phase, first: index, own: [step] });
    }
  });
  return phases;
}

const getStyles = (theme: GrafanaTheme2) => ({
  steps: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), minWidth: 0 }),
  phase: css({ ...theme.typography.h4, margin: theme.spacing(1, 0, 0) }),
});
