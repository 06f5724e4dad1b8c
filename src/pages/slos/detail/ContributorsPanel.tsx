import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { PanelChrome, useStyles2 } from '@grafana/ui';
import { ConditionMessage } from '../../../components/ConditionMessage';
import { formatPercent } from '../../../domain/format/format';
import { LiveBody } from '../../../scenes/live/LiveBody';
import { type Contributions, type SloContributors } from '../../../scenes/reliability/SloContributors';
import { tableStyles } from '../tableStyles';

interface ContributorsPanelState extends SceneObjectState {
  contributors: SceneObjectRef<SloContributors>;
}

/** Who had the bad events of the time range. */
export class ContributorsPanel extends SceneObjectBase<ContributorsPanelState> {
  static Component = ContributorsRenderer;
}

function ContributorsRenderer({ model }: SceneComponentProps<ContributorsPanel>) {
  const { contributors } = model.useState();
  return (
    <PanelChrome
      title="Who had the bad events"
      description="Bad events of the page’s time range by each label of the metric; the five largest values."
    >
      <LiveBody live={contributors.resolve()} what="contributors" fillsPanel>
        {(value) => <Labels value={value} />}
      </LiveBody>
    </PanelChrome>
  );
}

function Labels({ value: { byLabel, badEvents } }: { value: Contributions }) {
  const styles = useStyles2(tableStyles);
  if (!byLabel) {
    return (
      <ConditionMessage icon="cog" title="Cannot be broken down">
        The indicator is no counter with labels.
      </ConditionMessage>
    );
  }
  if (byLabel.length === 0) {
    return (
      <ConditionMessage icon="check-circle" title="No bad events">
        None in the page’s time range.
      </ConditionMessage>
    );
  }
  return (
    <div
      className={styles.scroll}
      style={{ overflowY: 'auto' }}
      role="region"
      aria-label="Bad events by label"
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Label</th>
            <th scope="col">Value</th>
            <th scope="col" className={styles.number}>
              Bad events
            </th>
            <th scope="col" className={styles.number} title={`Of ${Math.round(badEvents)} bad events`}>
              Share
            </th>
            <th scope="col" className={styles.number}>
              Of its own events
            </th>
          </tr>
        </thead>
        <tbody>
          {byLabel.flatMap(({ label, values }) =>
            values.map((one, index) => (
              <tr key={`${label}/${one.value}`}>
                <td className={styles.secondary}>{index === 0 ? label : ''}</td>
                <td>{one.value || '(none)'}</td>
                <td className={styles.number}>{Math.round(one.badEvents)}</td>
                <td className={styles.number}>{formatPercent(one.shareRatio, 0)}</td>
                <td className={styles.number}>
                  {one.errorRatio === undefined ? '–' : formatPercent(one.errorRatio, 2)}
                </td>
              </tr>
            ))
          )}
        </tbody>
      </table>
    </div>
  );
}
