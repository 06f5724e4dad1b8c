import * as z from 'zod/mini';
import { type VersionSource } from '../../domain/changes/types';
import { type Catalog, type System } from '../types';
import { board } from './board';
import { logSchema } from './logs';
import { id, labelName, matchers, metricName, requirementIds, text, title } from './primitives';
import { recording } from './recording';
import { alert, alertGroup } from './reliability';
import { routing } from './routing';
import { runbook } from './runbook';
import { service, signals, tier } from './service';
import { list, positive } from './shapes';
import { maintenance, slo } from './slo';
import { stack } from './stack';
import { team } from './team';
import { tiering } from './tiering';

const versionSource: z.ZodMiniType<VersionSource> = z.strictObject({
  metric: metricName,
  where: z.optional(matchers),
  serviceLabel: labelName,
  versionLabel: labelName,
});

const filterLabels = z.readonly(
  z.strictObject({ environment: z.optional(labelName), tenant: z.optional(labelName), instance: z.optional(labelName) })
);

const parts = {
  name: title,
  description: z.optional(text),
  teams: list(team),
  tiers: z.optional(list(tier)),
  tiering: z.optional(tiering),
  services: list(service),
  signals: z.optional(signals),
  boards: z.optional(list(board)),
  slos: z.optional(list(slo)),
  maintenance: z.optional(list(maintenance)),
  alerts: z.optional(list(alert)),
  alertGroups: z.optional(list(alertGroup)),
  recordings: z.optional(list(recording)),
  routing: z.optional(routing),
  leadership: z.optional(list(z.email())),
  recoveryTargetMinutes: z.optional(positive),
  logSchemas: z.optional(list(logSchema)),
  filterLabels: z.optional(filterLabels),
  versions: z.optional(list(versionSource)),
  runbooks: z.optional(list(runbook)),
  stack: z.optional(stack),
  implements: z.optional(requirementIds),
};

/** A whole system: what the built-in packs are. */
export const system: z.ZodMiniType<System> = z.strictObject({ id, ...parts });

export const catalog: z.ZodMiniType<Catalog> = z.strictObject({ systems: list(system) });

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
    name: z.optional(title),
    teams: z.optional(parts.teams),
    services: z.optional(parts.services),
  }),
  z.strictObject({ id, mode: z.literal('remove') }),
]);

export type SystemPatch = z.infer<typeof systemPatch>;

/** What a user writes: the file's root. */
export const userCatalog = z.strictObject({
  systems: z
    .array(z.pipe(z.transform(withDefaultMode), systemPatch))
    .check(z.minLength(1, 'must name at least one system')),
});

function withDefaultMode(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !('mode' in value) ? { mode: 'extend', ...value } : value;
}
