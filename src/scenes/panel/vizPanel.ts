import { FieldColorModeId, type ThresholdsConfig } from '@grafana/data';
import { PanelBuilders, type VizPanel } from '@grafana/scenes';
import {
  BigValueGraphMode,
  BigValueTextMode,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  SortOrder,
  StackingMode,
  TooltipDisplayMode,
} from '@grafana/schema';
import { type Panel, type System } from '../../catalog/types';
import { panelMenu } from './panelMenu';
import { resolveQueries } from './panelQueries';
import { thresholdSteps } from './thresholds';
import { ValueState } from './ValueState';

/** What all kinds have in common, taken from the panel and, where it is silent, from its first signal. */
interface Look {
  title: string;
  description: string | undefined;
  unit: string;
  thresholds: ThresholdsConfig;
  bounded: boolean;
}

function lookOf(panel: Panel, system: System): Look {
  const signal = resolveQueries(panel, system)[0]?.signal;
  const bounds = panel.thresholds ?? signal?.thresholds ?? {};
  const direction = panel.direction ?? signal?.direction;
  return {
    title: panel.title,
    description: panel.description ?? signal?.description,
    unit: panel.unit ?? signal?.unit ?? 'short',
    thresholds: thresholdSteps(bounds, direction),
    bounded: direction !== 'neutral' && (bounds.warning !== undefined || bounds.critical !== undefined),
  };
}

/** The panel as Grafana draws it. */
export function vizPanel(panel: Panel, system: System): VizPanel {
  const look = lookOf(panel, system);
  switch (panel.kind) {
    case 'stat':
      return statPanel(panel, system, look);
    case 'timeseries':
      return timeSeriesPanel(panel, system, look);
    default:
      throw new Error(`Panel "${panel.id}": the kind "${panel.kind}" is not drawn by Grafana`);
  }
}

function statPanel(panel: Panel, system: System, look: Look): VizPanel {
  const queries = resolveQueries(panel, system);
  const several = queries.length > 1 || queries.some(({ query }) => (query.by?.length ?? 0) > 0);
  const builder = PanelBuilders.stat()
    .setTitle(look.title)
    .setDescription(look.description)
    .setUnit(look.unit)
    .setDecimals(panel.decimals)
    .setThresholds(look.thresholds)
    .setColor({ mode: look.bounded ? FieldColorModeId.Thresholds : FieldColorModeId.Fixed, fixedColor: 'text' })
    .setOption('graphMode', BigValueGraphMode.Area)
    .setOption('textMode', several ? BigValueTextMode.ValueAndName : BigValueTextMode.Value)
    .setOption('reduceOptions', { calcs: ['lastNotNull'], fields: '', values: false })
    .setMenu(panelMenu(panel));
  const viz = builder.build();
  if (look.bounded && !several) {
    viz.setState({ titleItems: new ValueState(queries[0]?.signal ?? {}, panel) });
  }
  return viz;
}

function timeSeriesPanel(panel: Panel, system: System, look: Look): VizPanel {
  const builder = PanelBuilders.timeseries()
    .setTitle(look.title)
    .setDescription(look.description)
    .setUnit(look.unit)
    .setDecimals(panel.decimals)
    .setMin(panel.min ?? 0)
    .setMax(panel.max)
    .setThresholds(look.thresholds)
    .setColor({ mode: FieldColorModeId.PaletteClassic })
    .setCustomFieldConfig('lineWidth', 1)
    .setCustomFieldConfig('fillOpacity', panel.stacked ? 20 : 0)
    .setCustomFieldConfig('stacking', { mode: panel.stacked ? StackingMode.Normal : StackingMode.None })
    .setCustomFieldConfig('thresholdsStyle', {
      mode: look.bounded ? GraphThresholdsStyleMode.Dashed : GraphThresholdsStyleMode.Off,
    })
    .setOption('legend', {
      displayMode: LegendDisplayMode.Table,
      placement: 'bottom',
      showLegend: true,
      calcs: ['lastNotNull', 'max'],
      sortBy: 'Last *',
      sortDesc: true,
    })
    .setOption('tooltip', { mode: TooltipDisplayMode.Multi, sort: SortOrder.Descending })
    .setMenu(panelMenu(panel));
  if (panel.softMax !== undefined) {
    builder.setCustomFieldConfig('axisSoftMax', panel.softMax);
  }
  return builder.setOverrides((overrides) => colourTiers(overrides, panel, system)).build();
}

type Overrides = Parameters<Parameters<ReturnType<typeof PanelBuilders.timeseries>['setOverrides']>[0]>[0];

/** A tier has the same colour on every graph. */
function colourTiers(overrides: Overrides, panel: Panel, system: System) {
  const byTierOnly = panel.queries?.every(({ by }) => by?.length === 1 && by[0] === 'tier') ?? false;
  if (byTierOnly) {
    system.tiers?.forEach(({ id, colour }) =>
      overrides.matchFieldsWithName(id).overrideColor({ mode: FieldColorModeId.Fixed, fixedColor: colour })
    );
  }
}
