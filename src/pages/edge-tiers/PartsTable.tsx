import {
  type SceneComponentProps,
  sceneGraph,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
} from '@grafana/scenes';
import { TextLink, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { ConditionMessage } from '../../components/ConditionMessage';
import { urgencyOf } from '../../domain/health/states';
import { type PartRow, partRows } from '../../domain/tiers/rows';
import { type TieredSystem } from '../../domain/tiers/types';
import { LiveBody } from '../../scenes/live/LiveBody';
import { type TierReports } from '../../scenes/tiers/TierReports';
import { LastSeen } from './LastSeen';
import { failures, latency, type Measure, MeasureText, queue, traffic } from './measures';
import { Reasons } from './Reasons';
import { tableStyles } from './tableStyles';
import { tierUrl } from './tierLinks';

interface PartsTableState extends SceneObjectState {
  system: TieredSystem;
  systems: readonly TieredSystem[];
  tierId: string;
  reports: SceneObjectRef<TierReports>;
}

/** The parts of a tier, worst first. */
export class PartsTable extends SceneObjectBase<PartsTableState> {
  static Component = PartsTableRenderer;
}

function PartsTableRenderer({ model }: SceneComponentProps<PartsTable>) {
  const { system, systems, tierId, reports } = model.useState();
  const styles = useStyles2(tableStyles);
  const { search } = useLocation();
  const timeZone = sceneGraph.getTimeRange(model).getTimeZone();
  const { singular, plural } = system.part;
  return (
    <LiveBody live={reports.resolve()} what={plural}>
      {(report) => {
        const rows = partRows(report, system).sort(byUrgency);
        if (rows.length === 0) {
          return (
            <ConditionMessage icon="question-circle" title={`No ${plural}`}>
              Nothing of this tier reported in the last day.
            </ConditionMessage>
          );
        }
        const cell = (measure: Measure) => (
          <td className={styles.number}>
            <MeasureText measure={measure} />
          </td>
        );
        return (
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={`${capital(plural)}, worst first`}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{capital(singular)}</th>
                  <th scope="col">State</th>
                  {['Executions', 'Failed now', 'p50', 'p95', 'p99', 'Queue', 'Last seen'].map((title) => (
                    <th scope="col" key={title} className={styles.number}>
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.part}>
                    <th scope="row">
                      <TextLink
                        href={tierUrl(systems, { system, tierId }, search, row.part)}
                        inline={false}
                        variant="bodySmall"
                      >
                        {row.part}
                      </TextLink>
                    </th>
                    <td className={styles.wide}>
                      <Reasons health={row.health} />
                    </td>
                    {cell(traffic(row, system.signals, report.rangeMs))}
                    {cell(failures(row, system.signals))}
                    {cell(latency(row, system.signals, 'P50'))}
                    {cell(latency(row, system.signals, 'P95'))}
                    {cell(latency(row, system.signals, 'P99'))}
                    {cell(queue(row, system.signals))}
                    <td className={styles.number}>
                      <LastSeen facts={row.facts} endMs={report.endMs} timeZone={timeZone} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      }}
    </LiveBody>
  );
}

function byUrgency(a: PartRow, b: PartRow): number {
  return urgencyOf(a.health.state) - urgencyOf(b.health.state) || a.part.localeCompare(b.part);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
