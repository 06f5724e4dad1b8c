import { mergeAlerts, type MarkRow } from './mergeAlerts';

const area = (time: number, timeEnd: number, text: string, color = 'orange'): MarkRow => ({
  time,
  timeEnd,
  isRegion: timeEnd > time,
  title: 'Alert fired',
  text,
  tags: ['alert'],
  color,
});
const deploy = { ...area(15, 15, 'pay 1 → 2', 'blue'), title: 'Deploy', tags: ['deploy'] };
const merge = (...rows: MarkRow[]) =>
  mergeAlerts(
    rows,
    ({ tags }) => tags.includes('alert'),
    (color, than) => color === 'red' && than !== 'red'
  );

it('draws alerts that overlap as one area in the colour of the worst, and leaves the rest', () => {
  const rows = [area(10, 20, 'Slow'), deploy, area(18, 30, 'Down', 'red'), area(30, 31, 'Late'), area(40, 50, 'Apart')];
  expect(merge(...rows)).toEqual([
    { ...area(10, 31, 'Slow; Down; Late', 'red'), title: '3 alerts fired' },
    deploy,
    area(40, 50, 'Apart'),
  ]);
  expect(rows[0]).toEqual(area(10, 20, 'Slow'));
});

it('is nothing for nothing', () => {
  expect(merge()).toEqual([]);
});
