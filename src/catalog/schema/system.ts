import { z } from 'zod';
import { type VersionSource } from '../../domain/changes/types';
import { type Catalog, type System } from '../types';
import { board } from './board';
import { logSchema } from './logs';
import { id, labelName, matchers, metricName, requirementIds, text, title } from './primitives';
import { recording } from './recording';
import { alert, alertGroup } from './reliability';
import { routing } from './routing';
import { runbook } from './runbook';
import { service, signals, team, tier } from './service';
import { maintenance, slo } from './slo';
import { tiering } from './tiering';

const versionSource: z.ZodType<VersionSource> = z.strictObject({
  metric: metricName,
  where: matchers.optional(),
  serviceLabel: labelName,
  versionLabel: labelName,
});

const filterLabels = z
  .strictObject({ environment: labelName.optional(), tenant: labelName.optional(), instance: labelName.optional() })
  .readonly();

const parts = {
  name: title,
  description: text.optional(),
  teams: z.array(team).readonly(),
  tiers: z.array(tier).readonly().optional(),
  tiering: tiering.optional(),
  services: z.array(service).readonly(),
  signals: signals.optional(),
  boards: z.array(board).readonly().optional(),
  slos: z.array(slo).readonly().optional(),
  maintenance: z.array(maintenance).readonly().optional(),
  alerts: z.array(alert).readonly().optional(),
  alertGroups: z.array(alertGroup).readonly().optional(),
  recordings: z.array(recording).readonly().optional(),
  routing: routing.optional(),
  logSchemas: z.array(logSchema).readonly().optional(),
  filterLabels: filterLabels.optional(),
  versions: z.array(versionSource).readonly().optional(),
  runbooks: z.array(runbook).readonly().optional(),
  implements: requirementIds.optional(),
};

/** A whole system: what the built-in packs are. */
export const system: z.ZodType<System> = z.strictObject({ id, ...parts });

export const catalog: z.ZodType<Catalog> = z.strictObject({ systems: z.array(system).readonly() });

/**
 * A system in a user's catalog. `extend` (the default) adds entries to the pack of that id and overrides those with the
 * same id; `replace` stands instead of it; `remove` takes the pack away.
 */
export const systemPatch = z.discriminatedUnion('mode', [
  z.strictObject({ id, mode: z.literal('replace'), ...parts }),
  z.strictObject({
    id,
    mode: z.literal('extend'),
    ...parts,
    name: title.optional(),
    teams: parts.teams.optional(),
    services: parts.services.optional(),
  }),
  z.strictObject({ id, mode: z.literal('remove') }),
]);

export type SystemPatch = z.infer<typeof systemPatch>;

/** What a user writes: the file's root. */
export const userCatalog = z.strictObject({
  systems: z.array(z.preprocess(withDefaultMode, systemPatch)).min(1, 'must name at least one system'),
});

function withDefaultMode(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !('mode' in value) ? { mode: 'extend', ...value } : value;
}
