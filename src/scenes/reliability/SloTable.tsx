import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { StateBadge } from '../../components/StateBadge';
import { countOf, formatPercent } from '../../domain/format/format';
import { hasBudget } from '../../domain/slo/types';
import { type SloStanding } from '../../domain/slo/standing';

interface Props {
  standings: readonly SloStanding[];
  /** Whether they are of more than one system. */
  withSystem?: boolean;
}

/** The worst ones; a company has thousands, and the page of objectives has them all. */
const ROWS_SHOWN = 100;

/** Objectives, worst first: state, attained against target, and what is left of the error budget. */
export function SloTable({ standings, withSystem = false }: Props) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Objectives, worst first">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">State</th>
            {withSystem && <th scope="col">System</th>}
            <th scope="col">Objective</th>
            <th scope="col" className={styles.number}>
              Attained
            </th>
            <th scope="col" className={styles.number}>
              Target
            </th>
            <th scope="col" className={styles.number}>
              Budget left
            </th>
            <th scope="col" className={styles.number}>
              Window
            </th>
          </tr>
        </thead>
        <tbody>
          {standings.slice(0, ROWS_SHOWN).map((standing) => (
            <SloRow key={`${standing.system}/${standing.slo.id}`} standing={standing} withSystem={withSystem} />
          ))}
        </tbody>
      </table>
      {standings.length > ROWS_SHOWN && (
        <p className={styles.more}>
          and {countOf(standings.length - ROWS_SHOWN, 'more objective')}:{' '}
          <TextLink href={pageUrl('slos', [], search)} variant="bodySmall">
            all objectives
          </TextLink>
        </p>
      )}
    </div>
  );
}

// Fewer counts than this, and the window is said to be partly recorded.
const FULL_COVERAGE_RATIO = 0.99;

function SloRow({ standing: { system, slo, attainment }, withSystem }: { standing: SloStanding; withSystem: boolean }) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const { attainedRatio, budgetRemainingRatio, coverageRatio, state } = attainment;
  const partly = coverageRatio < FULL_COVERAGE_RATIO;
  return (
    <tr>
      <td>
        <StateBadge state={state} />
      </td>
      {withSystem && <td>{system}</td>}
      <td title={slo.description}>
        <TextLink href={pageUrl('slos', [system, slo.id], search)} inline={false} variant="bodySmall">
          {slo.title}
        </TextLink>
      </td>
      <td className={styles.number}>{attainedRatio === undefined ? '–' : formatPercent(attainedRatio, 3)}</td>
      <td className={styles.number}>{hasBudget(slo) ? formatPercent(slo.targetRatio, 3) : '–'}</td>
      <td className={styles.number}>
        {budgetRemainingRatio === undefined ? '–' : formatPercent(budgetRemainingRatio, 1)}
      </td>
      <td
        className={styles.number}
        title={partly ? `Counts exist for ${formatPercent(coverageRatio, 0)} of it` : undefined}
      >
        {slo.windowDays} d{partly && ` (${formatPercent(coverageRatio, 0)} recorded)`}
      </td>
    </tr>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflow: 'auto', flexGrow: 1, minHeight: 0 }),
  more: css({ padding: theme.spacing(1), color: theme.colors.text.secondary }),
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
