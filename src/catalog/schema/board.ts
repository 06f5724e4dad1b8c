import { z } from 'zod';
import { type Board, type Panel } from '../types';
import { logQuery } from './logs';
import { duration, id, labelName, matchers, requirementIds, text, title } from './primitives';
import { direction, signalRef, thresholds } from './signal';

const panelQuery = z.strictObject({
  signal: signalRef,
  by: z.array(labelName).readonly().optional(),
  legend: z.string().optional(),
  where: matchers.optional(),
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
  params: z.record(z.string(), z.string()).readonly().optional(),
});

/** Kinds that bring their own data. */
const WITHOUT_QUERIES = new Set(['slo-attainment', 'slo-status', 'slo-budgets', 'firing-alerts']);
const OF_LOGS = new Set(['log-timeline', 'log-groups', 'log-lines']);

const panel: z.ZodType<Panel> = z
  .strictObject({
    id,
    title,
    description: text.optional(),
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
    queries: z.array(panelQuery).readonly().optional(),
    logs: logQuery.optional(),
    service: id.optional(),
    unit: z.string().min(1).optional(),
    thresholds: thresholds.optional(),
    direction: direction.optional(),
    decimals: z.int().min(0).max(10).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    softMax: z.number().optional(),
    stacked: z.boolean().optional(),
    timeFrom: duration.optional(),
    columns: z.int().min(1).max(24).optional(),
    heightPx: z.int().min(60).max(2000).optional(),
    links: z.array(panelLink).readonly().optional(),
    implements: requirementIds.optional(),
  })
  .refine(({ kind, queries = [] }) => WITHOUT_QUERIES.has(kind) || OF_LOGS.has(kind) || queries.length > 0, {
    path: ['queries'],
    error: 'this kind of panel needs at least one query',
  })
  .refine(({ kind, logs }) => OF_LOGS.has(kind) === (logs !== undefined), {
    path: ['logs'],
    error: 'belongs to the kinds log-timeline, log-groups and log-lines, and they need it',
  })
  .refine(({ kind, logs }) => kind !== 'log-groups' || (logs?.by?.length ?? 0) > 0, {
    path: ['logs', 'by'],
    error: 'a table of groups needs at least one',
  });

export const board: z.ZodType<Board> = z.strictObject({
  id,
  title,
  description: text.optional(),
  page: z.enum(['executive', 'platform', 'edge-tiers', 'services', 'boards', 'logs']),
  inputs: z
    .array(z.strictObject({ id, label: title, description: text.optional() }))
    .readonly()
    .optional(),
  rows: z
    .array(z.strictObject({ title: title.optional(), panels: z.array(panel).min(1).readonly() }))
    .min(1)
    .readonly(),
  implements: requirementIds.optional(),
});
