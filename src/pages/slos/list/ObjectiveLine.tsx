import { TextLink, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../../app/navigation';
import { SparkLine } from '../../../components/SparkLine';
import { StateBadge } from '../../../components/StateBadge';
import { formatPercent } from '../../../domain/format/format';
import { type ObjectiveRow } from '../../../domain/slo/list';
import { budgetTrend } from '../../../domain/slo/trend';
import { type SloTrend } from '../../../scenes/reliability/SloTrends';
import { attainedText, exhaustionText, targetText } from '../budgetWords';
import { BurnChips } from '../BurnChips';
import { tableStyles } from '../tableStyles';

interface Props {
  row: ObjectiveRow;
  trend: SloTrend | undefined;
  nowMs: number;
}

const SPARK_WIDTH_PX = 64;
// Fewer counts than this, and the window is said to be partly recorded.
const FULL_COVERAGE_RATIO = 0.99;

/** One objective: how it stands, what is left, how fast it goes, and when it is gone. */
export function ObjectiveLine({ row, trend, nowMs }: Props) {
  const styles = useStyles2(tableStyles);
  const { search } = useLocation();
  const { slo, attainment } = row;
  const { budgetRemainingRatio, coverageRatio } = attainment;
  const exhaustion = exhaustionText(row.exhaustion);
  const partly = coverageRatio < FULL_COVERAGE_RATIO;
  return (
    <tr>
      <td>
        <StateBadge state={attainment.state} title={attainment.reason} />
      </td>
      <td>
        <TextLink href={pageUrl('slos', [row.system, slo.id], search)} inline={false} variant="bodySmall">
          {slo.title}
        </TextLink>
        <div className={styles.secondary}>
          {[row.systemName, row.serviceName, row.tierName && `${row.tierName} tier`, row.team]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </td>
      <td className={styles.number}>
        {attainedText(row)}
        <div className={styles.secondary}>{targetText(slo)}</div>
      </td>
      <td className={styles.number}>
        {budgetRemainingRatio === undefined ? '–' : formatPercent(budgetRemainingRatio, 1)}
        <div>
          {trend && (
            <SparkLine points={budgetTrend(slo, attainment, trend, nowMs)} widthPx={SPARK_WIDTH_PX} heightPx={16} />
          )}
        </div>
      </td>
      <td>
        <BurnChips tiers={row.tiers} />
      </td>
      <td className={styles.number} title={exhaustion.title}>
        {exhaustion.text}
      </td>
      <td className={styles.number}>
        {slo.windowDays} d{partly && <div className={styles.secondary}>{formatPercent(coverageRatio, 0)} recorded</div>}
      </td>
    </tr>
  );
}
