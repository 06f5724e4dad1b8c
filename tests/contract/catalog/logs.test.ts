import { builtInSystems, type Panel, type System } from '../../../src/catalog';
import { elasticsearch } from '../../../src/datasources';
import { fieldValue } from '../../../src/domain/logs/fields';
import { type LogInputs } from '../../../src/domain/logs/logQuery';
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

it('there are questions of each kind', () => {
  for (const kind of ['log-timeline', 'log-groups', 'log-lines'] as const) {
    expect(panels(kind).length).toBeGreaterThan(1);
  }
});
