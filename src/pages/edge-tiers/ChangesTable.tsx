import { type IconName } from '@grafana/data';
import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { Icon, PanelChrome, useStyles2 } from '@grafana/ui';
import { countOf } from '../../domain/format/format';
import { type ChangeKind, measured } from '../../domain/tiers/compare';
import { type TieredSystem } from '../../domain/tiers/types';
import { type TierChange } from '../../domain/tiers/yesterday';
import { LiveBody } from '../../scenes/live/LiveBody';
import { type TierChanges } from '../../scenes/tiers/TierChanges';
import { tableStyles } from './tableStyles';

interface ChangesPanelState extends SceneObjectState {
  system: TieredSystem;
  /** What "the whole" is called. */
  whole: string;
  changes: SceneObjectRef<TierChanges>;
}

/** What changed against the same hour yesterday, worst first. */
export class ChangesPanel extends SceneObjectBase<ChangesPanelState> {
  static Component = ChangesPanelRenderer;
}

function ChangesPanelRenderer({ model }: SceneComponentProps<ChangesPanel>) {
  const { changes, whole, system } = model.useState();
  return (
    <PanelChrome
      title="What changed since yesterday"
      description="The last hour of the time range, compared with the same hour of the day before. Differences below a tenth are the noise of two days."
    >
      <LiveBody live={changes.resolve()} what="yesterday" fillsPanel>
        {(all) => <ChangesTable changes={all} whole={whole} partTitle={system.part.singular} />}
      </LiveBody>
    </PanelChrome>
  );
}

const ICONS: Readonly<Partial<Record<ChangeKind, IconName>>> = {
  stopped: 'eye-slash',
  worse: 'exclamation-triangle',
  changed: 'exchange-alt',
  better: 'check-circle',
};

interface ChangesTableProps {
  changes: readonly TierChange[];
  whole: string;
  partTitle: string;
}

function ChangesTable({ changes, whole, partTitle }: ChangesTableProps) {
  const styles = useStyles2(tableStyles);
  const notable = changes.filter(({ kind }) => kind !== 'same' && kind !== 'unknown');
  const unknown = changes.filter(({ kind, before }) => kind === 'unknown' && before === undefined);
  const same = changes.length - notable.length - unknown.length;
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="What changed since yesterday, worst first">
      <p className={styles.note}>{summary(notable.length, same, unknown)}</p>
      {notable.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Where ({partTitle})</th>
              <th scope="col">What</th>
              <th scope="col" className={styles.number}>
                Now
              </th>
              <th scope="col" className={styles.number}>
                Yesterday
              </th>
              <th scope="col">Difference</th>
            </tr>
          </thead>
          <tbody>
            {notable.map(({ part, title, unit, now, before, kind, words }) => (
              <tr key={`${part ?? ''}/${title}`}>
                <th scope="row">{part ?? whole}</th>
                <td>{title}</td>
                <td className={styles.number}>{measured(unit, now)}</td>
                <td className={styles.number}>{measured(unit, before)}</td>
                <td>
                  {ICONS[kind] && <Icon name={ICONS[kind]} size="sm" aria-hidden />} {words}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function summary(notable: number, same: number, unknown: readonly TierChange[]): string {
  const first = notable === 0 ? 'Nothing differs that could be compared. ' : '';
  const alike = same > 0 ? `${countOf(same, 'measurement')} about the same. ` : '';
  const titles = [...new Set(unknown.map(({ title }) => title.toLowerCase()))].join(', ');
  const missing =
    unknown.length > 0 ? `${countOf(unknown.length, 'measurement')} not recorded yesterday (${titles}).` : '';
  return first + alike + missing;
}
