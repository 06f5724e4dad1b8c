import { and, fieldEquals, type LuceneQuery, or } from './lucene';

/** A schema as far as finding a system's own lines needs it. */
interface Schema {
  id: string;
  indexPattern: string;
  fields: Readonly<Partial<Record<'service', readonly string[]>>>;
}

/** Lucene for the lines of a system, or of one of its services, in a data source that holds those of all systems. */
export function systemLogs(schemas: readonly Schema[], service?: { name: string; schema: string }): LuceneQuery {
  const own = service ? schemas.filter(({ id }) => id === service.schema) : schemas;
  return or(
    own.map(({ indexPattern, fields: { service: names = [] } }) =>
      and([indexQuery(indexPattern), ...(service ? [or(names.map((name) => fieldEquals(name, service.name)))] : [])])
    )
  );
}

// A pattern has to stay one: quoted, its asterisk would be a character.
function indexQuery(pattern: string): LuceneQuery {
  return `_index:${pattern.replace(/[^\w.*-]/g, '?')}`;
}
