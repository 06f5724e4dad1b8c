import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { StateBadge } from '../../components/StateBadge';
import { formatDuration, formatPercent } from '../../domain/format/format';
import { budgetOutageMs } from '../../domain/slo/budget';
import { type Exhaustion, type SloStanding } from '../../domain/slo/standing';

const HEADINGS = ['Target', 'Budget', 'Consumed', 'Left', 'Burn rate', 'Exhausted in'];

/** The error budget of each objective: how large, how much is spent, how fast, and until when it lasts. */
export function BudgetTable({ standings }: { standings: readonly SloStanding[] }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Error budgets, worst first">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">Objective</th>
            {HEADINGS.map((heading) => (
              <th scope="col" key={heading} className={styles.number}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {standings.map(({ system, slo, attainment: { state, budgetRemainingRatio: left }, exhaustion }) => (
            <tr key={`${system}/${slo.id}`}>
              <td>
                <StateBadge state={state} />
              </td>
              <td title={slo.description}>{slo.title}</td>
              <td className={styles.number}>
                {slo.targetRatio === undefined ? '–' : `${formatPercent(slo.targetRatio, 3)} in ${slo.windowDays} d`}
              </td>
              <td className={styles.number} title="As one complete outage under even traffic">
                {slo.targetRatio === undefined
                  ? 'none'
                  : formatDuration(budgetOutageMs(slo.windowDays, slo.targetRatio))}
              </td>
              <td className={styles.number}>{left === undefined ? '–' : formatPercent(1 - left, 1)}</td>
              <td className={styles.number}>{left === undefined ? '–' : formatPercent(left, 1)}</td>
              <td className={styles.number} title={exhaustion && `Over the last ${exhaustion.window}`}>
                {exhaustion ? `${exhaustion.burn.toFixed(exhaustion.burn < 10 ? 2 : 0)} × (${exhaustion.window})` : '–'}
              </td>
              <td className={styles.number}>{exhaustedIn(exhaustion, slo.windowDays)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const MS_PER_DAY = 86_400_000;

function exhaustedIn(exhaustion: Exhaustion | undefined, windowDays: number): string {
  if (!exhaustion) {
    return '–';
  }
  if (exhaustion.inMs <= 0) {
    return 'already';
  }
  // Slower than the window, and old errors leave before new ones count.
  return exhaustion.inMs > windowDays * MS_PER_DAY ? 'not at this rate' : formatDuration(exhaustion.inMs);
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflow: 'auto', flexGrow: 1, minHeight: 0 }),
  table: css({
    width: '100%',
    fontSize: theme.typography.bodySmall.fontSize,
    'th, td': {
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      textAlign: 'left',
      verticalAlign: 'top',
    },
    th: {
      position: 'sticky',
      top: 0,
      background: theme.colors.background.primary,
      color: theme.colors.text.secondary,
      fontWeight: theme.typography.fontWeightMedium,
    },
  }),
  number: css({ '&&': { textAlign: 'right' }, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
});
