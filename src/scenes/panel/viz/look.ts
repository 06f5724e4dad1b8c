import { FieldColorModeId, MappingType, type ThresholdsConfig, type ValueMapping } from '@grafana/data';
import { LegendDisplayMode, type LegendPlacement, SortOrder, TooltipDisplayMode } from '@grafana/schema';
import { type Panel, type System } from '../../../catalog/types';
import { panelMenu } from '../panelMenu';
import { type ResolvedQuery, resolveQueries } from '../panelQueries';
import { thresholdSteps } from '../thresholds';

/** What all kinds have in common, taken from the panel and, where it is silent, from its first signal. */
export interface Look {
  panel: Panel;
  system: System;
  queries: readonly ResolvedQuery[];
  title: string;
  description: string | undefined;
  unit: string;
  thresholds: ThresholdsConfig;
  /** A good and a bad side are known, so that colours may speak of them. */
  bounded: boolean;
  /** More than one value may come. */
  several: boolean;
}

export function lookOf(panel: Panel, system: System): Look {
  const queries = resolveQueries(panel, system);
  const signal = queries[0]?.signal;
  const bounds = panel.thresholds ?? signal?.thresholds ?? {};
  const direction = panel.direction ?? signal?.direction;
  return {
    panel,
    system,
    queries,
    title: panel.title,
    description: panel.description ?? signal?.description,
    unit: panel.unit ?? signal?.unit ?? 'short',
    thresholds: thresholdSteps(bounds, direction),
    bounded: direction !== 'neutral' && (bounds.warning !== undefined || bounds.critical !== undefined),
    several: queries.length > 1 || queries.some(({ query }) => (query.by?.length ?? 0) > 0),
  };
}

/** The part of a panel builder that all kinds share. */
interface CommonBuilder<B> {
  setTitle(title: string): B;
  setDescription(description: string | undefined): B;
  setUnit(unit: string): B;
  setDecimals(decimals: number | undefined): B;
  setMin(min: number | undefined): B;
  setMax(max: number | undefined): B;
  setThresholds(thresholds: ThresholdsConfig): B;
  setMenu(menu: ReturnType<typeof panelMenu>): B;
}

/** Title, unit, bounds, thresholds and menu: the same on every kind. */
export function dress<B extends CommonBuilder<B>>(builder: B, look: Look): B {
  const { panel } = look;
  return builder
    .setTitle(look.title)
    .setDescription(look.description)
    .setUnit(look.unit)
    .setDecimals(panel.decimals)
    .setMin(panel.min)
    .setMax(panel.max)
    .setThresholds(look.thresholds)
    .setMenu(panelMenu(panel, look.system));
}

/** Colours speak of thresholds where there are some, and of nothing else where there are none. */
export const valueColour = ({ bounded }: Look) =>
  bounded ? { mode: FieldColorModeId.Thresholds } : { mode: FieldColorModeId.Fixed, fixedColor: 'text' };

/** Series told apart by colour. */
export const seriesColour = { mode: FieldColorModeId.PaletteClassic };

export const multiTooltip = { mode: TooltipDisplayMode.Multi, sort: SortOrder.Descending };

/** A legend with numbers, worst or largest first. */
export function tableLegend(placement: LegendPlacement = 'bottom') {
  return {
    displayMode: LegendDisplayMode.Table,
    placement,
    showLegend: true,
    calcs: ['lastNotNull', 'max'],
    sortBy: 'Last *',
    sortDesc: true,
  };
}

/** Newest value of each series. */
export const lastValue = { calcs: ['lastNotNull'], fields: '', values: false };

const UP_OR_DOWN: ValueMapping = {
  type: MappingType.ValueToText,
  options: { '1': { text: 'Up', color: 'green', index: 0 }, '0': { text: 'Down', color: 'red', index: 1 } },
};

/** Words for gauges that are 1 or 0. */
export function upOrDown({ unit }: Pick<Look, 'unit'>): ValueMapping[] {
  return unit === 'bool' ? [UP_OR_DOWN] : [];
}
