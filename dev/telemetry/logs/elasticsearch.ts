import lodash from 'lodash';
import type { JsonObject, LogSchemaModel, SystemModel } from '../model';
import type { OutgoingLog } from '../traffic/traffic';

const BATCH_DOCUMENTS = 2_500;
/** Above the templates that Elasticsearch ships for `logs-*-*`, which would turn our indices into data streams. */
const TEMPLATE_PRIORITY = 500;

/** A document as Elasticsearch gets it. */
export interface LogDocument {
  index: string;
  id: string;
  document: JsonObject;
}

/** Renders a log line in its system's schema. */
export function logDocument(systems: readonly SystemModel[], { system, id, log }: OutgoingLog): LogDocument {
  const schema = schemaOf(systems, system, log.schema);
  return {
    index: schema.indexName(log),
    id,
    document: { '@timestamp': new Date(log.tMs).toISOString(), ...schema.render(log) },
  };
}

function schemaOf(systems: readonly SystemModel[], system: string, id: string): LogSchemaModel {
  const schema = systems.find((model) => model.id === system)?.logSchemas.find((candidate) => candidate.id === id);
  if (!schema) {
    throw new Error(`${system}: a log line names schema "${id}", which is not declared.`);
  }
  return schema;
}

/**
 * Composable index templates by name, one for each pattern: listed properties as they are, other strings as keyword.
 * Schemas that write to the same indices share theirs.
 */
export function indexTemplates(systems: readonly SystemModel[]): Record<string, JsonObject> {
  const schemas = systems.flatMap(({ logSchemas }) => logSchemas);
  const byPattern = lodash.groupBy(schemas, ({ indexPattern }) => indexPattern);
  return Object.fromEntries(
    Object.entries(byPattern).map(([pattern, members]) => [
      `watchkeeper-${pattern.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')}`,
      indexTemplate(
        pattern,
        Object.assign({}, ...members.map(({ properties }) => properties)) as JsonObject,
        Object.assign({}, ...members.map(({ settings }) => settings ?? {})) as JsonObject
      ),
    ])
  );
}

function indexTemplate(pattern: string, properties: JsonObject, settings: JsonObject): JsonObject {
  return {
    index_patterns: [pattern],
    // Overlapping patterns need different priorities; the longer one is the more specific.
    priority: TEMPLATE_PRIORITY + pattern.length,
    template: {
      // One node holds no second copy: a replica would leave every index yellow.
      settings: { number_of_shards: 1, number_of_replicas: 0, 'index.refresh_interval': '5s', ...settings },
      mappings: {
        dynamic_templates: [
          { strings: { match_mapping_type: 'string', mapping: { type: 'keyword', ignore_above: 1_024 } } },
        ],
        properties: { ...properties, '@timestamp': { type: 'date' } },
      },
    },
  };
}

/** Writes index templates and log documents over the REST API. */
export class LogSender {
  private pending: LogDocument[] = [];
  /** Documents accepted so far. */
  sentCount = 0;

  constructor(
    private readonly systems: readonly SystemModel[],
    private readonly baseUrl: string
  ) {}

  async putTemplates(): Promise<void> {
    for (const [name, template] of Object.entries(indexTemplates(this.systems))) {
      await this.request('PUT', `/_index_template/${name}`, 'application/json', JSON.stringify(template));
    }
  }

  add(logs: readonly OutgoingLog[]): void {
    for (const log of logs) {
      this.pending.push(logDocument(this.systems, log));
    }
  }

  get pendingCount(): number {
    return this.pending.length;
  }

  /** Sends everything that was added. Rejects when Elasticsearch does; the documents are gone then. */
  async flush(): Promise<void> {
    const documents = this.pending;
    this.pending = [];
    for (let start = 0; start < documents.length; start += BATCH_DOCUMENTS) {
      await this.bulk(documents.slice(start, start + BATCH_DOCUMENTS));
    }
  }

  private async bulk(documents: readonly LogDocument[]): Promise<void> {
    const lines = documents.map(
      ({ index, id, document }) =>
        `${JSON.stringify({ index: { _index: index, _id: id } })}\n${JSON.stringify(document)}\n`
    );
    const answer: unknown = await this.request('POST', '/_bulk', 'application/x-ndjson', lines.join(''));
    const reason = firstBulkError(answer);
    if (reason) {
      throw new Error(`Elasticsearch refused log documents: ${reason}`);
    }
    this.sentCount += documents.length;
  }

  private async request(method: string, path: string, contentType: string, body: string): Promise<unknown> {
    const response = await fetch(new URL(path, this.baseUrl), {
      method,
      headers: { 'content-type': contentType },
      body,
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`Elasticsearch answered ${response.status} to ${method} ${path}: ${text.slice(0, 300)}`);
    }
    return JSON.parse(text);
  }
}

function firstBulkError(answer: unknown): string | undefined {
  const { errors, items } = answer as { errors?: boolean; items?: Array<Record<string, { error?: unknown }>> };
  if (!errors) {
    return undefined;
  }
  const failed = items?.flatMap((item) => Object.values(item)).find(({ error }) => error !== undefined);
  return JSON.stringify(failed?.error ?? 'unknown reason').slice(0, 300);
}
