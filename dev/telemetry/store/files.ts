import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const incidentAction = z.object({ id: z.string(), action: z.enum(['start', 'end']), atMs: z.number() });

const countersSchema = z.object({
  /** Cell boundary at which the totals hold. */
  atMs: z.number(),
  /** Traces and logs up to here have been sent. */
  trafficMs: z.number(),
  totals: z.record(z.string(), z.array(z.number())),
  /** Incidents that were started or ended by hand, oldest first. */
  actions: z.array(incidentAction),
});
/** What a later run needs to go on without a reset. */
export type Counters = z.infer<typeof countersSchema>;

const manifestIncident = z.object({
  id: z.string(),
  system: z.string(),
  kind: z.string(),
  service: z.string(),
  title: z.string(),
  startMs: z.number(),
  /** null: still going on. */
  endMs: z.number().nullable(),
  traceIds: z.array(z.string()),
  alert: z.string().optional(),
  alsoAlerts: z.array(z.string()).optional(),
});
export type ManifestIncident = z.infer<typeof manifestIncident>;

const manifestSchema = z.object({
  seed: z.number(),
  /** The moment that incident times are relative to: the end of the first backfill. */
  anchorMs: z.number(),
  /** Raw series, traces and logs reach from here … */
  startMs: z.number(),
  /** … to here. */
  endMs: z.number(),
  /** Recorded event counts reach back to here. */
  recordedStartMs: z.number(),
  /** Occurrences that touch the raw stretch. */
  incidents: z.array(manifestIncident),
  /** Older occurrences, visible in the recorded counts only. */
  earlierIncidents: z.array(manifestIncident),
  counts: z.record(z.string(), z.number()),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const OPEN_METRICS_DIR = 'openmetrics';
const MANIFEST = 'manifest.json';
const COUNTERS = 'counters.json';

/** The generator's output folder. */
export class TelemetryFiles {
  constructor(readonly dir: string) {
    mkdirSync(path.join(dir, OPEN_METRICS_DIR), { recursive: true });
  }

  openMetrics(name: string): string {
    return path.join(this.dir, OPEN_METRICS_DIR, name);
  }

  readManifest(): Manifest | undefined {
    return this.read(MANIFEST, manifestSchema);
  }
  writeManifest(manifest: Manifest): void {
    this.write(MANIFEST, JSON.stringify(manifest, null, 2));
  }
  readCounters(): Counters | undefined {
    return this.read(COUNTERS, countersSchema);
  }
  writeCounters(counters: Counters): void {
    this.write(COUNTERS, JSON.stringify(counters));
  }

  private read<T>(name: string, schema: z.ZodType<T>): T | undefined {
    const file = path.join(this.dir, name);
    if (!existsSync(file)) {
      return undefined;
    }
    let content: unknown;
    try {
      content = JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      throw new Error(`${file} is no JSON. Delete it and run a new backfill.`);
    }
    const result = schema.safeParse(content);
    if (!result.success) {
      throw new Error(
        `${file} does not fit this version (${z.prettifyError(result.error)}). Delete it and run a new backfill.`
      );
    }
    return result.data;
  }

  /** Written beside and renamed, so that a reader never sees half a file. */
  private write(name: string, text: string): void {
    const file = path.join(this.dir, name);
    writeFileSync(`${file}.new`, `${text}\n`);
    renameSync(`${file}.new`, file);
  }
}
