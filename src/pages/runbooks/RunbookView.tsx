import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import { type System } from '../../catalog/types';
import { UserMarkdown } from '../../components/UserMarkdown';
import { type Opened } from '../../domain/runbook/address';
import { fillMarkdown } from '../../domain/runbook/templates';
import { type Runbook } from '../../domain/runbook/types';
import { type OnCallAlerts } from '../../scenes/oncall/OnCallAlerts';
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
  /** All systems: an incident may be wider. */
  systems: readonly System[];
  runbook: Runbook;
  opened: Opened;
  /** The link asks for a run of all checks. */
  runsAtOnce: boolean;
  run: SceneObjectRef<RunbookRun>;
  alerts: SceneObjectRef<OnCallAlerts>;
}

/** A runbook whose steps look at the live data themselves. */
export class RunbookView extends SceneObjectBase<RunbookViewState> {
  static Component = RunbookViewRenderer;
}

function RunbookViewRenderer({ model }: SceneComponentProps<RunbookView>) {
  const styles = useStyles2(getStyles);
  const live = useRunbook(model);
  const { system, systems, runbook } = model.state;
  return (
    <div className={styles.page}>
      <p className={styles.printed}>
        <strong>Runbook {runbook.title}</strong> ({system.name}), as it stood at {dateTimeFormat(live.alert.nowMs)}
      </p>
      <RunbookHeader live={live} system={system} runbook={runbook} />
      <UserMarkdown className={styles.about} text={fillMarkdown(runbook.summary, live.variables).text} />
      <RunbookActions live={live} model={model} />
      <FindingsSummary live={live} title={runbook.title} systems={systems} />
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
    '@media print': { 'button, a[role="button"], input, textarea, [data-print="no"]': { display: 'none' } },
  }),
  printed: css({ display: 'none', '@media print': { display: 'block' } }),
  about: css({ 'p:last-child': { marginBottom: 0 } }),
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
