/** @jest-environment node */
import fc from 'fast-check';
import { filterSpans } from './filter';
import { minimapBars } from './minimap';
import { groupId, type RowsChoice, waterfallRows } from './rows';
import { brokenSpans } from './testing/arbitrary';
import { spanOf, TRACE_ID } from './testing/spans';
import { buildTree, type TraceTree } from './tree';
import { type Span } from './types';

const all: RowsChoice = { collapsed: new Set(), expandedGroups: new Set(), groupFrom: 3 };
const built = (...spans: Span[]) => buildTree(TRACE_ID, spans);
const words = (tree: TraceTree, choice: Partial<RowsChoice> = {}) =>
  waterfallRows(tree, { ...all, ...choice }).map((row) =>
    row.kind === 'span'
      ? `${row.depth} ${tree.nodes[row.node]?.span.spanId}${row.isCollapsed ? ' +' : ''}${row.isDimmed ? ' dim' : ''}`
      : `${row.depth} group of ${row.members.length}`
  );

const fanOut = built(
  spanOf('a', 0, 50),
  spanOf('x', 1, 2, { parent: 'a' }),
  spanOf('q1', 3, 5, { parent: 'a', operation: 'SELECT' }),
  spanOf('y', 6, 7, { parent: 'a' }),
  spanOf('q2', 8, 12, { parent: 'a', operation: 'SELECT', error: true }),
  spanOf('deep', 9, 10, { parent: 'q2' }),
  spanOf('q3', 13, 15, { parent: 'a', operation: 'SELECT' })
);

describe('lines of the waterfall', () => {
  it('fold siblings of one operation into one line, at the place of the first', () => {
    expect(words(fanOut)).toEqual(['0 a', '1 x', '1 group of 3', '1 y']);
  });

  it('show them one by one when the group is opened, and are not folded when there are too few', () => {
    const [, , q1] = fanOut.nodes;
    const id = q1 ? groupId(q1) : '';
    expect(words(fanOut, { expandedGroups: new Set([id]) })).toEqual([
      '0 a',
      '1 x',
      '1 group of 3',
      '2 q1',
      '2 q2',
      '3 deep',
      '2 q3',
      '1 y',
    ]);
    expect(words(fanOut, { groupFrom: 4 })).toEqual(['0 a', '1 x', '1 q1', '1 y', '1 q2', '2 deep', '1 q3']);
  });

  it('hide what is below a folded span', () => {
    expect(words(fanOut, { groupFrom: 4, collapsed: new Set([4, 5]) })).toEqual([
      '0 a',
      '1 x',
      '1 q1',
      '1 y',
      '1 q2 +',
      '1 q3',
    ]);
  });

  it('show matches and what is above them', () => {
    const matches = filterSpans(fanOut, { text: 'deep' });
    expect(words(fanOut, { matches })).toEqual(['0 a dim', '1 q2 dim', '2 deep']);
  });

  it('are found by what their process runs: a version, an environment', () => {
    const of = (id: string, version: string) => ({
      ...spanOf(id, 0, 10),
      serviceTags: [
        { key: 'service.version', value: version },
        { key: 'deployment.environment', value: 'production' },
      ],
    });
    const tree = built(of('a', '1.2.0'), of('b', '1.3.0'));
    const found = (text: string) => [...(filterSpans(tree, { text }) ?? [])];
    expect(found('service.version=1.3')).toEqual([0, 1]);
    expect(found('deployment.environment=production service.version=1.2')).toEqual([1, 0]);
    expect(found('deployment.environment=staging')).toEqual([0, 0]);
  });

  it('hold every span once when nothing is folded', () => {
    fc.assert(
      fc.property(brokenSpans, (spans) => {
        const tree = built(...spans);
        const rows = waterfallRows(tree, { ...all, groupFrom: Infinity });
        expect(rows.map((row) => (row.kind === 'span' ? row.node : -1))).toEqual(tree.nodes.map(({ index }) => index));
      })
    );
  });

  it('hold every span once, alone or in a closed group, or below one', () => {
    fc.assert(
      fc.property(brokenSpans, (spans) => {
        const tree = built(...spans);
        const seen = waterfallRows(tree, { ...all, groupFrom: 2 }).flatMap((row) =>
          row.kind === 'span'
            ? [row.node]
            : row.members.flatMap((member) => {
                const end = tree.nodes[member]?.endIndex ?? member;
                return Array.from({ length: end - member }, (_, at) => member + at);
              })
        );
        expect(seen.sort((a, b) => a - b)).toEqual(tree.nodes.map(({ index }) => index));
      })
    );
  });
});

describe('looking for spans', () => {
  const tree = built(
    spanOf('a', 0, 10, { service: 'web' }),
    spanOf('b', 1, 3, { parent: 'a', service: 'db', error: true, tags: [{ key: 'db.system', value: 'redis' }] })
  );
  it.each([
    [{}, undefined],
    [{ text: '  ' }, undefined],
    [{ text: 'REDIS b' }, [0, 1]],
    [{ text: 'db.system=redis' }, [0, 1]],
    [{ text: 'redis web' }, [0, 0]],
    [{ services: ['web'] }, [1, 0]],
    [{ onlyErrors: true }, [0, 1]],
    [{ minDurationUs: 2001 }, [1, 0]],
    [{ minDurationUs: 2000, onlyErrors: true, services: ['db', 'web'] }, [0, 1]],
  ])('%j', (filter, expected) => {
    const found = filterSpans(tree, filter);
    expect(found && [...found]).toEqual(expected);
  });
});

describe('the overview', () => {
  it('joins neighbours, keeps their whole time and their errors, and is no longer than asked for', () => {
    expect(minimapBars(fanOut, 2)).toEqual([
      { startUs: 0, endUs: 50_000, serviceName: 'shop', isError: false },
      { startUs: 8000, endUs: 15_000, serviceName: 'shop', isError: true },
    ]);
    expect(minimapBars(built(), 10)).toEqual([]);
  });
});
