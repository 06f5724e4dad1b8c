import { css } from '@emotion/css';
import { type GrafanaTheme2, type IconName } from '@grafana/data';
import { Icon, useStyles2, useTheme2 } from '@grafana/ui';
import { type System } from '../../catalog/types';
import { type Overall } from '../../domain/runbook/overall';
import { impactSentence } from '../../domain/runbook/review';
import { NextButtons } from './NextButtons';
import { StepLink } from './StepLink';
import { type LiveRunbook } from './useRunbook';

const ICONS: Readonly<Record<Overall['state'], IconName>> = {
  abnormal: 'exclamation-circle',
  unclear: 'question-circle',
  clear: 'check-circle',
  'not-run': 'clock-nine',
};

interface Props {
  live: LiveRunbook;
  /** Of the runbook. */
  title: string;
  systems: readonly System[];
}

/** What all checks say together, what to do first, and where to look. */
export function FindingsSummary(props: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const { overall, next, running, impact } = props.live;
  const colours = {
    abnormal: theme.colors.error.text,
    unclear: theme.colors.warning.text,
    clear: theme.colors.success.text,
    'not-run': theme.colors.text.secondary,
  };
  const icon = ICONS[overall.state];
  const cost = impact && impactSentence(impact);
  return (
    <section className={styles.summary} aria-label="Finding" role="status" data-state={overall.state}>
      <Icon key={icon} name={icon} size="xl" aria-hidden style={{ color: colours[overall.state] }} />
      <div className={styles.text}>
        <p className={styles.sentence}>
          {/* Half of the answers may point to somebody else than all of them. */}
          {running ? 'The checks are being asked.' : overall.headline}
        </p>
        {!running && overall.detail && <p>{overall.detail}</p>}
        {!running && next && (
          <p>
            Next: <StepLink step={next.step.id}>{next.step.title}</StepLink>
            {next.via?.because ? `. ${next.via.because}` : ''}
          </p>
        )}
        {cost && <p className={styles.cost}>Impact so far: {cost}.</p>}
        {!running && <NextButtons {...props} />}
      </div>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  summary: css({
    display: 'flex',
    gap: theme.spacing(1.5),
    padding: theme.spacing(1.5, 2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    p: { margin: 0 },
    'p a': { color: theme.colors.text.link, textDecoration: 'underline' },
  }),
  text: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    minWidth: 0,
    overflowWrap: 'anywhere',
  }),
  sentence: css({ ...theme.typography.h5 }),
  cost: css({ color: theme.colors.text.secondary }),
});
