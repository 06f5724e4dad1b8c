import * as z from 'zod/mini';
import { check } from '../catalog/load/parse';
import { type Problem } from '../catalog/load/problem';
import { isIndexName } from '../domain/anomalies/spanIndex';

/** An index of spans in Jaeger's own format. */
export interface SpanIndex {
  /** Name or pattern, such as `jaeger-span-*`. */
  index: string;
  /** Uid of an Elasticsearch data source. */
  elasticsearch?: string;
}

/** `jsonData` of the app: what provisioning or the configuration page stores. */
export interface Settings {
  /** Uid of the data source that each kind of question goes to; Grafana's default when absent. */
  dataSources?: { prometheus?: string; jaeger?: string; elasticsearch?: string };
  /** Where Jaeger's spans are, when it stores them in Elasticsearch; `elasticsearch` as in `dataSources` when absent. */
  spanIndex?: SpanIndex;
  /** A user's catalog: YAML or JSON text, or the parsed value. */
  catalog?: unknown;
}

const uid = z.optional(z.string().check(z.maxLength(40)));
const index = z
  .string()
  .check(
    z.refine(isIndexName, 'is no index: lower-case letters, digits, "-", "_", "." and "*", such as jaeger-span-*')
  );
const schema: z.ZodMiniType<Settings> = z.object({
  dataSources: z.optional(z.strictObject({ prometheus: uid, jaeger: uid, elasticsearch: uid })),
  spanIndex: z.optional(z.strictObject({ index, elasticsearch: uid })),
  catalog: z.optional(z.unknown()),
});

/**
 * Settings that can be used, whatever was stored. What does not validate is left out and told.
 */
export function readSettings(jsonData: unknown): { settings: Settings; problems: Problem[] } {
  const { value, problems } = check(schema, jsonData ?? {});
  if (value) {
    return { settings: value, problems };
  }
  const catalog =
    typeof jsonData === 'object' && jsonData !== null && 'catalog' in jsonData ? jsonData.catalog : undefined;
  return { settings: { catalog }, problems };
}
