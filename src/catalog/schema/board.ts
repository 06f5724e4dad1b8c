import * as z from 'zod/mini';
import { type Board, type Panel } from '../types';
import { logQuery } from './logs';
import { duration, id, labelName, matchers, requirementIds, text, title } from './primitives';
import { integer, list, nonEmpty, nonEmptyList, stringsByName } from './shapes';
import { direction, signalRef, thresholds } from './signal';

const panelQuery = z.strictObject({
  signal: signalRef,
  by: z.optional(list(labelName)),
  legend: z.optional(z.string()),
  where: z.optional(matchers),
});

const panelLink = z.strictObject({
  title,
  page: z.enum([
    'executive',
    'platform',
    'edge-tiers',
    'services',
    'boards',
    'slos',
    'alerts',
    'traces',
    'logs',
    'runbooks',
  ]),
  params: z.optional(stringsByName),
});

/** Kinds that bring their own data. */
const WITHOUT_QUERIES = new Set(['slo-attainment', 'slo-status', 'slo-budgets', 'firing-alerts']);
const OF_LOGS = new Set(['log-timeline', 'log-groups', 'log-lines']);

const panel: z.ZodMiniType<Panel> = z
  .strictObject({
    id,
    title,
    description: z.optional(text),
    kind: z.enum([
      'stat',
      'timeseries',
      'gauge',
      'bar-gauge',
      'table',
      'state-timeline',
      'heatmap',
      'bar-chart',
      'pie-chart',
      'slo-attainment',
      'slo-status',
      'slo-budgets',
      'firing-alerts',
      'log-timeline',
      'log-groups',
      'log-lines',
    ]),
    queries: z.optional(list(panelQuery)),
    logs: z.optional(logQuery),
    service: z.optional(id),
    unit: z.optional(nonEmpty),
    thresholds: z.optional(thresholds),
    direction: z.optional(direction),
    decimals: z.optional(integer(0, 10)),
    min: z.optional(z.number()),
    max: z.optional(z.number()),
    softMax: z.optional(z.number()),
    stacked: z.optional(z.boolean()),
    timeFrom: z.optional(duration),
    columns: z.optional(integer(1, 24)),
    heightPx: z.optional(integer(60, 2000)),
    links: z.optional(list(panelLink)),
    implements: z.optional(requirementIds),
  })
  .check(
    z.refine(({ kind, queries = [] }) => WITHOUT_QUERIES.has(kind) || OF_LOGS.has(kind) || queries.length > 0, {
      path: ['queries'],
      error: 'this kind of panel needs at least one query',
    }),
    z.refine(({ kind, logs }) => OF_LOGS.has(kind) === (logs !== undefined), {
      path: ['logs'],
      error: 'belongs to the kinds log-timeline, log-groups and log-lines, and they need it',
    }),
    z.refine(({ kind, logs }) => kind !== 'log-groups' || (logs?.by?.length ?? 0) > 0, {
      path: ['logs', 'by'],
      error: 'a table of groups needs at least one',
    })
  );

export const board: z.ZodMiniType<Board> = z.strictObject({
  id,
  title,
  description: z.optional(text),
  page: z.enum(['executive', 'platform', 'edge-tiers', 'services', 'boards', 'logs']),
  inputs: z.optional(list(z.strictObject({ id, label: title, description: z.optional(text) }))),
  rows: nonEmptyList(z.strictObject({ title: z.optional(title), panels: nonEmptyList(panel) })),
  implements: z.optional(requirementIds),
});
