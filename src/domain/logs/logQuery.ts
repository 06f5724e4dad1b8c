import { fieldNames, type LogFields } from './fields';
import { and, fieldAnyOf, fieldBetween, fieldExists, fieldLike, type LuceneQuery, MATCH_ALL, not, or } from './lucene';
import { traceIdsInText, writtenForms } from './traceIdsInText';

/** A condition on log documents. All that it names must hold. */
export interface LogFilter {
  /** A role of the schema (`level`, `service`, `durationMs`, …) or a field's own name. */
  field: string;
  /** Equal to one of these. */
  anyOf?: readonly string[] | undefined;
  /** A number of at least this. */
  atLeast?: number | undefined;
  /** Whether documents must have the field, or must lack it. */
  exists?: boolean | undefined;
  /** Equal to what the reader types on the page, by the input's id. Nothing is asked before that. */
  input?: string | undefined;
}

/** A question to a log store. What is done with the documents is the panel's kind. */
export interface LogQuery {
  /** Id of one of the system's log schemas. */
  schema: string;
  where?: readonly LogFilter[] | undefined;
  /** Further conditions, as Lucene with the fields' own names. Brackets and quotes have to be closed. */
  lucene?: LuceneQuery | undefined;
  /** Documents that are also counted apart, for their share in all. */
  part?: { title: string; where: readonly LogFilter[] } | undefined;
  /** Groups, by role or field name. */
  by?: readonly string[] | undefined;
  /** The most groups, or lines. */
  limit?: number | undefined;
  /** Columns of a list, by role or field name. */
  columns?: readonly string[] | undefined;
  /** A list begins with the largest values of this numeric role or field; with the newest lines when absent. */
  largestFirst?: string | undefined;
  /** Width of a timeline's bars, e.g. `1h`; as the time range asks for when absent. */
  interval?: string | undefined;
}

/** What of a log schema a question needs. */
export interface QueriedSchema {
  /** One pattern or several, with commas between them. */
  indexPattern: string;
  fields: LogFields;
}

/** What readers typed, by input id. */
export type LogInputs = Readonly<Record<string, string>>;

/** The inputs that a question waits for. */
export function missingInputs({ where = [], part }: LogQuery, inputs: LogInputs): string[] {
  const needed = [...where, ...(part?.where ?? [])].flatMap(({ input }) => (input === undefined ? [] : [input]));
  return [...new Set(needed)].filter((id) => (inputs[id] ?? '').trim() === '');
}

/**
 * The documents of a question, as Lucene: those of the schema's indices that every filter accepts.
 * @param also further filters, for example those of the part.
 */
export function logLucene(
  schema: QueriedSchema,
  { where = [], lucene = MATCH_ALL }: Pick<LogQuery, 'where' | 'lucene'>,
  inputs: LogInputs = {},
  also: readonly LogFilter[] = []
): LuceneQuery {
  const conditions = [...where, ...also].flatMap((filter) => conditionsOf(schema.fields, filter, inputs));
  const indices = or(indexPatterns(schema).map((pattern) => fieldLike('_index', pattern)));
  return and([indices, ...conditions, lucene]);
}

/** The patterns of a schema's indices, one by one. */
export function indexPatterns({ indexPattern }: Pick<QueriedSchema, 'indexPattern'>): string[] {
  return indexPattern.split(',').map((pattern) => pattern.trim());
}

/** A trace id is found in whatever form it was typed and in whatever form the lines have it. */
function typedValues(field: string, typed: string): string[] {
  const forms = field === 'traceId' ? traceIdsInText(typed).flatMap(writtenForms) : [];
  return forms.length > 0 ? forms : [typed.trim()];
}

function conditionsOf(fields: LogFields, filter: LogFilter, inputs: LogInputs): LuceneQuery[] {
  const names = fieldNames(fields, filter.field);
  const anyName = (condition: (name: string) => LuceneQuery) => or(names.map(condition));
  const { anyOf, atLeast, exists, input } = filter;
  return [
    ...(anyOf ? [anyName((name) => fieldAnyOf(name, anyOf))] : []),
    ...(atLeast === undefined ? [] : [anyName((name) => fieldBetween(name, { min: atLeast }))]),
    ...(exists === undefined ? [] : [exists ? anyName(fieldExists) : not(anyName(fieldExists))]),
    ...(input === undefined
      ? []
      : [anyName((name) => fieldAnyOf(name, typedValues(filter.field, inputs[input] ?? '')))]),
  ];
}
