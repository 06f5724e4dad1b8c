import fc from 'fast-check';
import { type Box, edgePath, layoutNeighbours } from './layout';

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.widthPx && b.x < a.x + a.widthPx && a.y < b.y + b.heightPx && b.y < a.y + a.heightPx;

it('stands between those that call it and those that it calls', () => {
  const { upstream, centre, downstream, heightPx } = layoutNeighbours(2, 1, 800);
  expect(upstream.map(({ x, y }) => [x, y])).toEqual([
    [2, 2],
    [2, 60],
  ]);
  // 108 pixels between the margins; one box of 46 in their middle.
  expect(heightPx).toBe(108);
  expect([centre.x, centre.y]).toEqual([290, 31]);
  expect(downstream.map(({ x, y, widthPx }) => [x, y, widthPx])).toEqual([[578, 31, 220]]);
});

it('leaves the room of an empty side to the others', () => {
  expect(layoutNeighbours(0, 0, 800).centre.x).toBe(2);
  // Two boxes of 216 with 64 between them, in 496.
  expect(layoutNeighbours(0, 1, 500)).toMatchObject({ centre: { x: 2, widthPx: 216 }, downstream: [{ x: 282 }] });
});

it('keeps all boxes apart and inside, at any width that has room for the lines', () => {
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), fc.integer({ min: 320, max: 3000 }), (up, down, widthPx) => {
      const { upstream, centre, downstream, heightPx } = layoutNeighbours(up, down, widthPx);
      const boxes = [...upstream, centre, ...downstream];
      expect(boxes).toHaveLength(up + down + 1);
      for (const [index, box] of boxes.entries()) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.widthPx).toBeLessThanOrEqual(widthPx);
        expect(box.y + box.heightPx).toBeLessThanOrEqual(heightPx);
        expect(boxes.slice(index + 1).some((other) => overlap(box, other))).toBe(false);
      }
    })
  );
});

it('draws from edge to edge', () => {
  const [from, to] = [
    { x: 0, y: 0, widthPx: 100, heightPx: 40 },
    { x: 200, y: 100, widthPx: 100, heightPx: 40 },
  ];
  expect(edgePath(from, to)).toBe('M100 20C150 20 150 120 200 120');
});
