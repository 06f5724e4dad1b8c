import fc from 'fast-check';
import { builtInSystems, type Panel, type System } from '../../../src/catalog';
import { elasticsearch } from '../../../src/datasources';
import { fieldValue } from '../../../src/domain/logs/fields';
import { type LogInputs } from '../../../src/domain/logs/logQuery';
import { luceneProblem } from '../../../src/domain/logs/luceneProblem';
import { choiceLucene } from '../../../src/pages/logs/logChoice';
import { firstPage, nextPage, withOlder } from '../../../src/scenes/logs/foundLines';
import { linesSearch } from '../../../src/scenes/logs/linesSearch';
import { groupsSpec, logQuestion, partSpec, timelineSpec } from '../../../src/scenes/logs/logSpecs';
import { loadDataSources } from '../datasources/support/runtime';
import { lastHours, valueOf } from '../datasources/support/window';

jest.mock('@grafana/runtime', () => jest.requireActual('../datasources/support/runtime'));

// Every question to the logs that the catalog can ask, asked of the real Elasticsearch with the generated history.
const dataSourceUid = 'elasticsearch';
const range = lastHours(6);
/** Users of the generator are 10000 to 10039. */
const typed: LogInputs = { user: '10007', job: 'agente_deposito', tenant_id: 'tenant-acme' };
const WORDS: LogInputs = { 'mini-market': 'error', accelerapp: 'completed' };

/** What a reader would type: ids are those of a line that has all of them. */
async function inputsOf(system: System): Promise<LogInputs> {
  const schema = system.logSchemas?.find(({ fields }) => fields.traceId && fields.durationMs);
  if (!schema) {
    return typed;
  }
  const withIds = ['traceId', 'durationMs', ...(schema.fields.correlationId ? ['correlationId'] : [])];
  const query = { schema: schema.id, where: withIds.map((field) => ({ field, exists: true })), limit: 1 };
  const answers = valueOf(
    await elasticsearch.multiSearch({ dataSourceUid, searches: [linesSearch({ query, schema }, {}, range)] })
  );
  const document = (answers[0] && valueOf(answers[0]).hits[0]?._source) as Record<string, unknown> | undefined;
  const idOf = (role: string) => String(fieldValue(document ?? {}, schema.fields, role) ?? '');
  return {
    ...typed,
    words: WORDS[system.id] ?? '',
    trace: idOf('traceId'),
    correlation: idOf('correlationId'),
    execution: idOf('correlationId'),
  };
}

const panels = (kind: Panel['kind']) =>
  builtInSystems.flatMap((system) =>
    (system.boards ?? []).flatMap(({ id, rows }) =>
      rows.flatMap((row) =>
        row.panels
          .filter((panel) => panel.kind === kind)
          .map((panel) => [`${system.id} ${id}/${panel.id}`, system, panel] as const)
      )
    )
  );

const question = (panel: Panel, system: System) => logQuestion(panel, system);

beforeAll(loadDataSources);

describe.each(panels('log-timeline'))('timeline %s', (_name, system, panel) => {
  it('has lines over time, in whole numbers', async () => {
    const spec = timelineSpec(question(panel, system), dataSourceUid, await inputsOf(system));
    const series = valueOf(await elasticsearch.histogram({ ...spec, range }));
    const values = series.flatMap(({ points }) => points.map(([, value]) => value ?? 0));
    expect(values.some((value) => value > 0)).toBe(true);
    expect(values.filter((value) => !Number.isInteger(value) || value < 0)).toEqual([]);
    expect(series.flatMap(({ group }) => Object.values(group)).filter((name) => name === '')).toEqual([]);
  });
});

describe.each(panels('log-groups'))('groups %s', (_name, system, panel) => {
  it('has lines in named groups, and no part larger than its whole', async () => {
    const asked = question(panel, system);
    const inputs = await inputsOf(system);
    const spec = groupsSpec(asked, dataSourceUid, inputs);
    const rows = valueOf(await elasticsearch.table({ ...spec, range }));
    const keyOf = (group: Readonly<Record<string, string>>) => JSON.stringify(group);
    const all = new Map(rows.map(({ group, values }) => [keyOf(group), values.count ?? 0]));
    expect(all.size).toBeGreaterThan(0);
    expect(Math.min(...all.values())).toBeGreaterThan(0);
    const part = partSpec(asked, dataSourceUid, inputs);
    const parts = part ? valueOf(await elasticsearch.table({ ...part, range })) : [];
    expect(part === undefined || parts.length > 0).toBe(true);
    for (const { group, values } of parts) {
      expect(values.count).toBeLessThanOrEqual(all.get(keyOf(group)) ?? 0);
    }
  });
});

describe.each(panels('log-lines'))('lines %s', (_name, system, panel) => {
  it('has lines, in the order that it says, with the fields of its columns', async () => {
    const asked = question(panel, system);
    const inputs = await inputsOf(system);
    const answers = valueOf(
      await elasticsearch.multiSearch({ dataSourceUid, searches: [linesSearch(asked, inputs, range)] })
    );
    const answer = answers[0] && valueOf(answers[0]);
    const documents = (answer?.hits ?? []).map(({ _source: source }) => source as Record<string, unknown>);
    expect(documents.length).toBeGreaterThan(0);
    for (const name of asked.query.columns ?? []) {
      // Some lines lack some fields; a column that all of them lack is a mistake in the catalog.
      expect([name, documents.some((one) => fieldValue(one, asked.schema.fields, name) !== undefined)]).toEqual([
        name,
        true,
      ]);
    }
    const { largestFirst } = asked.query;
    const order = documents.map((one) =>
      largestFirst === undefined
        ? Date.parse(String(one[asked.schema.timeField]))
        : Number(fieldValue(one, asked.schema.fields, largestFirst))
    );
    expect(order).toEqual([...order].sort((a, b) => b - a));
  });
});

describe('pages of lines', () => {
  // Several indices of several shards each, at rest.
  const schema = { indexPattern: 'logs-*', timeField: '@timestamp', fields: {} };
  const question = { query: { schema: 'all', limit: 40 }, schema };
  const toMs = Date.now() - 5 * 60_000;
  const window = { fromMs: toMs - 15 * 60_000, toMs };
  const ask = async (search: elasticsearch.Search) => {
    const [answer] = valueOf(await elasticsearch.multiSearch({ dataSourceUid, searches: [search] }));
    return valueOf(answer!);
  };

  it('have every line of the store once, the newest first', async () => {
    const { total = 0 } = await ask({
      index: schema.indexPattern,
      body: { ...countBody(window), track_total_hits: true },
    });
    let found = firstPage(await ask(linesSearch(question, {}, window)), 40);
    while (found.hasOlder) {
      found = withOlder(found, await ask(linesSearch(question, {}, window, nextPage(found))), 40);
    }
    expect(total).toBeGreaterThan(200);
    expect(new Set(found.lines.map(({ id }) => id)).size).toBe(total);
    const times = found.lines.map(({ timeMs }) => timeMs);
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  function countBody({ fromMs, toMs: endMs }: typeof window) {
    return { size: 0, query: { range: { '@timestamp': { gte: fromMs, lte: endMs, format: 'epoch_millis' } } } };
  }
});

describe('what a person types', () => {
  const schema = builtInSystems.find(({ id }) => id === 'obs-standards')!.logSchemas![0]!;
  const refusedBy = async (queries: readonly string[]) => {
    const searches = queries.map((query) => ({
      index: schema.indexPattern,
      body: { size: 0, query: { query_string: { query, analyze_wildcard: true } } },
    }));
    const answers = valueOf(await elasticsearch.multiSearch({ dataSourceUid, searches }));
    return queries.filter((_, index) => {
      const answer = answers[index];
      return !answer?.ok || answer.warnings.length > 0;
    });
  };
  const choice = { query: '', levels: [], services: [], has: [], filters: [], isLive: false };

  it('is a value, whatever it is', async () => {
    const typedValues = fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), 150);
    const queries = typedValues.map((value) =>
      choiceLucene(
        { ...choice, levels: [value], services: [value], filters: [{ field: 'message', value, isExcluded: true }] },
        schema
      )
    );
    expect(await refusedBy(queries)).toEqual([]);
  });

  it('is refused before it is asked, or is read by the store', async () => {
    // What stands between slashes is read by the store alone, and a star as a name means fields of numbers too.
    const piece = fc.constantFrom(...PIECES);
    const sampled = fc.sample(fc.array(piece, { minLength: 1, maxLength: 6 }), 4000).map((pieces) => pieces.join(''));
    const accepted = sampled
      .filter((query) => luceneProblem(query) === undefined && !/\*\s*:/.test(query))
      .slice(0, 400);
    expect(accepted.length).toBe(400);
    expect(
      await refusedBy(accepted.map((query) => choiceLucene({ ...choice, query, levels: ['ERROR'] }, schema)))
    ).toEqual([]);
  });
});

/** Everything that means something to Lucene, and words between it. */
const PIECES = [
  ...['a', 'b1', 'level:', 'foo bar', 'AND', 'OR', 'NOT', '&&', '||', '!', '+', '-', '(', ')', '[', ']', '{', '}'],
  ...['^', '~', '*', '?', ':', '\\', '"', ' ', ' ', ' TO ', '1', '0.5', '\\u', '[1 TO 2]', '>', '<', '=', 'é', '\n'],
  ...['_exists_:', '"x y"', '~1', '^2', '(a b)', ' AND ', ' OR '],
];

it('there are questions of each kind', () => {
  for (const kind of ['log-timeline', 'log-groups', 'log-lines'] as const) {
    expect(panels(kind).length).toBeGreaterThan(1);
  }
});
