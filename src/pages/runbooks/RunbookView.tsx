import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import { type System } from '../../catalog/types';
import { UserMarkdown } from '../../components/UserMarkdown';
import { type Opened } from '../../domain/runbook/address';
import { fillMarkdown } from '../../domain/runbook/templates';
import { type Runbook } from '../../domain/runbook/types';
import { type FiringAlerts } from '../../scenes/reliability/FiringAlerts';
import { type RunbookRun } from '../../scenes/runbooks/RunbookRun';
import { FindingsSummary } from './FindingsSummary';
import { Notes } from './Notes';
import { RunbookActions } from './RunbookActions';
import { RunbookHeader } from './RunbookHeader';
import { Steps } from './Steps';
import { Timeline } from './Timeline';
import { useRunbook } from './useRunbook';

export interface RunbookViewState extends SceneObjectState {
  system: System;
  runbook: Runbook;
  opened: Opened;
  run: SceneObjectRef<RunbookRun>;
  alerts: SceneObjectRef<FiringAlerts>;
}

/** A runbook whose steps look at the live data themselves. */
export class RunbookView extends SceneObjectBase<RunbookViewState> {
  static Component = RunbookViewRenderer;
}

function RunbookViewRenderer({ model }: SceneComponentProps<RunbookView>) {
  const styles = useStyles2(getStyles);
  const live = useRunbook(model);
  const { system, runbook } = model.state;
  return (
    <div className={styles.page}>
      <RunbookHeader live={live} system={system} runbook={runbook} />
      <UserMarkdown text={fillMarkdown(runbook.summary, live.variables).text} />
      <RunbookActions live={live} model={model} />
      <FindingsSummary live={live} />
      <div className={styles.columns}>
        <Steps live={live} model={model} />
        <aside className={styles.side} aria-label="Timeline and notes">
          <Timeline live={live} />
          <Notes live={live} />
        </aside>
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    width: '100%',
    minWidth: 0,
    '@media print': { 'button, a[role="button"], input, textarea': { display: 'none' } },
  }),
  columns: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 320px',
    gap: theme.spacing(3),
    alignItems: 'start',
    [theme.breakpoints.down('xl')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { display: 'block' },
  }),
  side: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    [theme.breakpoints.up('xl')]: { position: 'sticky', top: theme.spacing(2), maxHeight: '90vh', overflow: 'auto' },
  }),
});
