import {
  PanelBuilders,
  SceneDataTransformer,
  type SceneDataQuery,
  SceneQueryRunner,
  type VizPanel,
} from '@grafana/scenes';
import { FieldColorModeId } from '@grafana/data';
import { GraphDrawStyle, LegendDisplayMode, StackingMode, TableCellHeight } from '@grafana/schema';
import { type Panel, type System } from '../../catalog/types';
import { histogramQuery, tableQuery } from '../../datasources/elasticsearch';
import { type LogInputs } from '../../domain/logs/logQuery';
import { durationMs } from '../../domain/promql/duration';
import { FixedSpan } from '../panel/FixedSpan';
import { panelMenu } from '../panel/panelMenu';
import { multiTooltip, seriesColour } from '../panel/viz/look';
import { LOGS_DATA_SOURCE } from '../variables/dataSources';
import { groupOperator, timelineOperator } from './logFrames';
import { LogPanel } from './LogPanel';
import { groupsSpec, type LogQuestion, logQuestion, partSpec, timelineSpec } from './logSpecs';

/** More could not be told apart in a third of a row. */
const MOST_BARS = 60;

type Kind = 'log-timeline' | 'log-groups';

/** A panel of the catalog that counts log lines. */
export function logPanel(panel: Panel & { kind: Kind }, system: System): LogPanel {
  const question = logQuestion(panel, system);
  const { viz, queriesFor } = panel.kind === 'log-timeline' ? timeline(panel, question) : groups(panel, question);
  const $timeRange = panel.timeFrom ? new FixedSpan(durationMs(panel.timeFrom)) : undefined;
  const $data = new SceneQueryRunner({ datasource: LOGS_DATA_SOURCE, queries: [], maxDataPoints: MOST_BARS });
  return new LogPanel({ panel: viz, question, $data, ...($timeRange && { $timeRange }) }, queriesFor);
}

interface Drawn {
  viz: VizPanel;
  queriesFor: (inputs: LogInputs) => SceneDataQuery[];
}

/** Levels look the same wherever they are drawn; all other groups are told apart by Grafana's palette. */
const LEVEL_COLOURS: Readonly<Record<string, string>> = {
  FATAL: 'dark-red',
  CRITICAL: 'dark-red',
  ERROR: 'red',
  WARNING: 'orange',
  WARN: 'orange',
  INFO: 'blue',
  AUDIT: 'purple',
  DEBUG: 'gray',
  TRACE: 'gray',
};

function timeline(panel: Panel, question: LogQuestion): Drawn {
  const builder = PanelBuilders.timeseries()
    .setTitle(panel.title)
    .setDescription(panel.description)
    .setUnit('locale')
    .setDecimals(0)
    .setMin(0)
    .setColor(seriesColour)
    .setMenu(panelMenu(panel))
    .setCustomFieldConfig('drawStyle', GraphDrawStyle.Bars)
    .setCustomFieldConfig('fillOpacity', 80)
    .setCustomFieldConfig('lineWidth', 0)
    .setCustomFieldConfig('stacking', { mode: StackingMode.Normal })
    .setOption('legend', {
      displayMode: LegendDisplayMode.List,
      placement: 'bottom',
      showLegend: (question.query.by?.length ?? 0) > 0,
      calcs: [],
    })
    .setOption('tooltip', multiTooltip);
  builder.setOverrides((overrides) => {
    for (const [level, fixedColor] of Object.entries(LEVEL_COLOURS)) {
      overrides.matchFieldsWithName(level).overrideColor({ mode: FieldColorModeId.Fixed, fixedColor });
    }
  });
  const viz = builder.build();
  viz.setState({ $data: new SceneDataTransformer({ transformations: [timelineOperator(question)] }) });
  return { viz, queriesFor: (inputs) => [histogramQuery(timelineSpec(question, LOGS_DATA_SOURCE.uid, inputs))] };
}

function groups(panel: Panel, question: LogQuestion): Drawn {
  const viz = PanelBuilders.table()
    .setTitle(panel.title)
    .setDescription(panel.description)
    .setOption('cellHeight', TableCellHeight.Sm)
    .setMenu(panelMenu(panel))
    .build();
  viz.setState({ $data: new SceneDataTransformer({ transformations: [groupOperator(question)] }) });
  const queriesFor = (inputs: LogInputs) => {
    const part = partSpec(question, LOGS_DATA_SOURCE.uid, inputs);
    return [tableQuery(groupsSpec(question, LOGS_DATA_SOURCE.uid, inputs)), ...(part ? [tableQuery(part)] : [])];
  };
  return { viz, queriesFor };
}
