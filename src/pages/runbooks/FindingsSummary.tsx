import { css } from '@emotion/css';
import { type GrafanaTheme2, type IconName } from '@grafana/data';
import { Icon, useStyles2, useTheme2 } from '@grafana/ui';
import { type Overall } from '../../domain/runbook/overall';
import { type LiveRunbook } from './useRunbook';

const ICONS: Readonly<Record<Overall['state'], IconName>> = {
  abnormal: 'exclamation-circle',
  unclear: 'question-circle',
  clear: 'check-circle',
  'not-run': 'clock-nine',
};

/** What all checks say together, and what to do first. */
export function FindingsSummary({ live: { overall, next, running } }: { live: LiveRunbook }) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const colours = {
    abnormal: theme.colors.error.text,
    unclear: theme.colors.warning.text,
    clear: theme.colors.success.text,
    'not-run': theme.colors.text.secondary,
  };
  const icon = ICONS[overall.state];
  return (
    <section className={styles.summary} aria-label="Finding" role="status" data-state={overall.state}>
      <Icon key={icon} name={icon} size="xl" aria-hidden style={{ color: colours[overall.state] }} />
      <div>
        <p className={styles.sentence}>
          {running && overall.state === 'not-run' ? 'The checks are being asked.' : overall.sentence}
        </p>
        {next && (
          <p>
            Next: <a href={`#step-${next.step.id}`}>{next.step.title}</a>
            {next.via?.because ? `. ${next.via.because}` : ''}
          </p>
        )}
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
    a: { color: theme.colors.text.link, textDecoration: 'underline' },
  }),
  sentence: css({ ...theme.typography.h5 }),
});
