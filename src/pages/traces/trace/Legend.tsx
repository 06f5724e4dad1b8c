import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

/** What the marks of the waterfall mean. */
export function Legend() {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.legend} aria-label="Legend">
      <li>
        <span className={cx(styles.swatch, styles.own)} /> own work
      </li>
      <li>
        <span className={cx(styles.swatch, styles.others)} /> waiting for others
      </li>
      <li>
        <span className={cx(styles.swatch, styles.path)} /> critical path
      </li>
      <li>
        <span className={cx(styles.swatch, styles.wait)} /> waiting to be begun, on the critical path
      </li>
      <li>
        <Icon name="stopwatch" size="sm" aria-hidden /> bottleneck: more than a fifth of the critical path
      </li>
      <li>
        <span className={styles.mark} /> log line
      </li>
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  legend: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    listStyle: 'none',
    padding: theme.spacing(0.5, 1),
    borderTop: `1px solid ${theme.colors.border.weak}`,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    '& li': { display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5) },
  }),
  swatch: css({ width: 20, height: 10 }),
  own: css({ background: theme.visualization.getColorByName('semi-dark-blue') }),
  others: css({ background: theme.visualization.getColorByName('semi-dark-blue'), opacity: 0.35 }),
  path: css({ height: 3, background: theme.colors.text.maxContrast }),
  wait: css({
    height: 3,
    backgroundImage: `repeating-linear-gradient(90deg, ${theme.colors.text.maxContrast} 0 3px, transparent 3px 6px)`,
  }),
  mark: css({ width: 8, height: 8, transform: 'rotate(45deg)', background: theme.colors.info.text }),
});
