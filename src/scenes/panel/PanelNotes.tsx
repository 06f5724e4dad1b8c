import { css } from '@emotion/css';
import { type GrafanaTheme2, LoadingState, type PanelData } from '@grafana/data';
import { type SceneComponentProps, sceneGraph, SceneObjectBase, type SceneObjectState } from '@grafana/scenes';
import { Icon, Tooltip, useStyles2 } from '@grafana/ui';
import { type Panel, type System } from '../../catalog/types';
import { pageFilters } from '../page/PageFilters';
import { COMPARE_VARIABLE } from '../variables/compare';
import { isEarlier, lastNumber } from './earlier';
import { isComparable, panelQueries } from './panelQueries';
import { type QueryContext, queryContext } from './queryContext';
import { SERIES_LIMIT } from './viz/seriesData';

interface Note {
  short: string;
  long: string;
}

interface PanelNotesState extends SceneObjectState {
  notes: readonly Note[];
  /** Only the icon: a number has no room for more beside its title. */
  compact: boolean;
}

/** What a reader has to know about a panel's numbers: filters that do not reach it, nothing to compare with, a cut. */
export class PanelNotes extends SceneObjectBase<PanelNotesState> {
  static Component = PanelNotesRenderer;

  constructor(
    private readonly panel: Panel,
    private readonly system: System
  ) {
    super({ notes: [], compact: panel.kind === 'stat' });
    this.addActivationHandler(() => this.onActivate());
  }

  private onActivate() {
    // The panel's own data may be cut already; what came is one step up.
    const data = sceneGraph.getData(this.parent?.parent ?? this);
    const update = () => this.setNotes(data.state.data);
    for (const object of [data, pageFilters(this), sceneGraph.lookupVariable(COMPARE_VARIABLE, this)]) {
      if (object) {
        this._subs.add(object.subscribeToState(update));
      }
    }
    update();
  }

  private setNotes(data: PanelData | undefined) {
    const context = queryContext(this, this.system);
    const notes = context ? notesOn(this.panel, this.system, context, data) : [];
    if (JSON.stringify(notes) !== JSON.stringify(this.state.notes)) {
      this.setState({ notes });
    }
  }
}

/** The notes on a panel's data. */
export function notesOn(panel: Panel, system: System, context: QueryContext, data: PanelData | undefined): Note[] {
  const { ignored } = panelQueries(panel, system, context);
  const frames = data?.series ?? [];
  const shown = frames.filter((frame) => !isEarlier(frame));
  return [
    ...ignored.map((role) => ({
      short: `all ${role}s`,
      long: `Not filtered by ${role}: not every metric of this panel has that label.`,
    })),
    ...comparisonNotes(panel, context, data),
    ...(shown.length > SERIES_LIMIT && isDrawnOverTime(panel)
      ? [
          {
            short: `${SERIES_LIMIT} of ${shown.length} series`,
            long: `The ${SERIES_LIMIT} largest are drawn; ${shown.length - SERIES_LIMIT} more are in the table view.`,
          },
        ]
      : []),
  ];
}

const isDrawnOverTime = ({ kind }: Panel) => kind === 'timeseries' || kind === 'bar-chart';

function comparisonNotes(panel: Panel, { comparison }: QueryContext, data: PanelData | undefined): Note[] {
  if (!comparison || !isComparable(panel) || data?.state !== LoadingState.Done || data.series.length === 0) {
    return [];
  }
  const hasEarlier = data.series.some((frame) => isEarlier(frame) && lastNumber(frame) !== undefined);
  if (panel.kind === 'stat') {
    // The line under the number says it.
    return [];
  }
  if (!hasEarlier) {
    const long = `Nothing was recorded at the ${comparison.title}, so there is nothing to compare with.`;
    return [{ short: `no data ${comparison.than}`, long }];
  }
  return [{ short: `dashed: ${comparison.than}`, long: `Dashed lines are the ${comparison.title}.` }];
}

function PanelNotesRenderer({ model }: SceneComponentProps<PanelNotes>) {
  const { notes, compact } = model.useState();
  const styles = useStyles2(getStyles);
  if (notes.length === 0) {
    return null;
  }
  return (
    <Tooltip content={notes.map(({ long }) => long).join(' ')}>
      <button type="button" className={styles.notes} aria-label={notes.map(({ short }) => short).join(', ')}>
        <Icon name={compact ? 'filter' : 'info-circle'} size="sm" aria-hidden />
        {!compact && <span className={styles.text}>{notes.map(({ short }) => short).join(' · ')}</span>}
      </button>
    </Tooltip>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  notes: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    minWidth: 0,
    padding: theme.spacing(0, 0.5),
    border: 'none',
    background: 'none',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
  }),
  text: css({ overflow: 'hidden', textOverflow: 'ellipsis', minWidth: 0 }),
});
