import { createDataFrame, createTheme, FieldType } from '@grafana/data';
import fc from 'fast-check';

import { arcPath, slicePath } from './arc';
import { layerNodes } from './layers';
import { toSegments } from './segments';
import { timeTicks } from './TimeAxis';

describe('arcs', () => {
  it('start at the top and go clockwise', () => {
    expect(arcPath(50, 50, 40, 0, 90)).toBe('M 50.000 10.000 A 40 40 0 0 1 90.000 50.000');
    expect(arcPath(50, 50, 40, 0, 270)).toContain('A 40 40 0 1 1');
  });

  it('close a full turn just short of its start', () => {
    expect(slicePath(0, 0, 0, 10, 0, 360)).not.toContain(' 0.000 -10.000 L');
  });
});

describe('layerNodes', () => {
  const edge = (source: string, target: string) => ({ source, target });

  it('puts callees right of their callers', () => {
    expect(layerNodes(['db', 'api', 'web'], [edge('web', 'api'), edge('api', 'db'), edge('web', 'db')])).toEqual([
      ['web'],
      ['api'],
      ['db'],
    ]);
  });

  it('ends on circles and keeps every node once', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    fc.assert(
      fc.property(fc.array(fc.tuple(names, names), { maxLength: 12 }), (pairs) => {
        const nodes = [...new Set(pairs.flat())];
        const layers = layerNodes(
          nodes,
          pairs.map(([source, target]) => edge(source, target))
        );
        expect(layers.flat().sort()).toEqual(nodes.sort());
      })
    );
  });
});

describe('toSegments', () => {
  const frame = createDataFrame({
    fields: [
      { name: 'Time', type: FieldType.time, values: [0, 10, 20, 30] },
      { name: 'up', type: FieldType.number, values: [1, 1, null, 0], config: {} },
    ],
  });
  const [time, up] = frame.fields;
  const segments = (merge: boolean) =>
    toSegments(frame, time!, up!, 45, merge, createTheme()).map(({ fromMs, toMs, text }) => [fromMs, toMs, text]);

  it('lets each value last until the next and leaves gaps', () => {
    expect(segments(false)).toEqual([
      [0, 10, '1'],
      [10, 20, '1'],
      [30, 45, '0'],
    ]);
  });

  it('joins neighbours that read the same', () => {
    expect(segments(true)).toEqual([
      [0, 20, '1'],
      [30, 45, '0'],
    ]);
  });
});

test('timeTicks takes round times that fit the width', () => {
  // an hour on 500 px: seven labels at most, so every ten minutes
  expect(timeTicks(60_000, 3_660_000, 500)).toEqual({
    ticks: [600_000, 1_200_000, 1_800_000, 2_400_000, 3_000_000, 3_600_000],
    stepMs: 600_000,
  });
});
