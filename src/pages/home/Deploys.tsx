import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { PanelChrome, useStyles2 } from '@grafana/ui';
import { ConditionMessage } from '../../components/ConditionMessage';
import { Since } from '../../components/Since';
import { type Deploy } from '../../domain/changes/types';
import { deployWords } from '../../domain/changes/words';
import { LiveBody } from '../../scenes/live/LiveBody';
import { type RecentDeploys } from '../../scenes/oncall/RecentDeploys';
import { chosenSystems } from '../../scenes/variables/systems';

interface DeploysState extends SceneObjectState {
  deploys: SceneObjectRef<RecentDeploys>;
}

/** What was deployed lately, newest first. */
export class Deploys extends SceneObjectBase<DeploysState> {
  static Component = DeploysRenderer;
}

function DeploysRenderer({ model }: SceneComponentProps<Deploys>) {
  const live = model.useState().deploys.resolve();
  const { answeredAtMs = 0 } = live.useState();
  const chosen = chosenSystems(model);
  return (
    <PanelChrome
      title="Deploys"
      description="Services of which another version came to run in the time range, newest first."
    >
      <LiveBody live={live} what="deploys" fillsPanel>
        {(deploys) => (
          <List deploys={deploys.filter(({ system }) => !chosen || chosen.includes(system))} nowMs={answeredAtMs} />
        )}
      </LiveBody>
    </PanelChrome>
  );
}

function List({ deploys, nowMs }: { deploys: readonly Deploy[]; nowMs: number }) {
  const styles = useStyles2(getStyles);
  if (deploys.length === 0) {
    return (
      <ConditionMessage icon="check" title="No deploys">
        No service changed its version in the time range.
      </ConditionMessage>
    );
  }
  return (
    <div className={styles.scroll} tabIndex={0} aria-label="Deploys, newest first" role="region">
      <ul className={styles.list}>
        {deploys.map((deploy) => (
          <li key={`${deploy.system}/${deploy.service}/${deploy.timeMs}`} className={styles.item}>
            <span>{deployWords(deploy)}</span>
            <Since atMs={deploy.timeMs} nowMs={nowMs} className={styles.since} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflow: 'auto', flexGrow: 1 }),
  list: css({ listStyle: 'none' }),
  item: css({
    display: 'flex',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 1),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  since: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
});
