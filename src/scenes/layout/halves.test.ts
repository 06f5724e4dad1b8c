import { halves } from './halves';

const cell = (name: string, columns: number, minWidthPx = 160) => ({ name, columns, minWidthPx });
const names = (cells: ReturnType<typeof halves<ReturnType<typeof cell>>>) =>
  cells.map((part) => ('cells' in part ? part.cells.map(({ name }) => name) : part.name));

test('six numbers wrap as three and three', () => {
  const parts = halves(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => cell(name, 4)));
  expect(names(parts)).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
  ]);
  // Three of 160 px and two gaps of 8.
  expect(parts[0]).toMatchObject({ columns: 12, minWidthPx: 496 });
});

test('a line ends at 24 columns, and lines of up to three stay plain', () => {
  const parts = halves([cell('a', 12), cell('b', 12), cell('c', 8), cell('d', 8), cell('e', 8), cell('f', 24)]);
  expect(names(parts)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

test('an odd line has its longer half first', () => {
  expect(names(halves(['a', 'b', 'c', 'd', 'e'].map((name) => cell(name, 4))))).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e'],
  ]);
});

test('nothing is lost, and the order stays', () => {
  const cells = [6, 6, 6, 6, 10, 14, 5, 5, 5, 9, 3].map((columns, index) => cell(String(index), columns));
  expect(names(halves(cells)).flat()).toEqual(cells.map(({ name }) => name));
});
