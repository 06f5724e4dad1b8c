import { alertSummary } from './summary';

it.each([
  [{ summary: 'The disk is full' }, 'The disk is full'],
  [{}, 'DiskFull'],
  [{ summary: 'The disk of {{ $labels.instance }} is full' }, 'DiskFull'],
])('%j reads "%s"', (annotations, text) => {
  expect(alertSummary({ name: 'DiskFull', annotations })).toBe(text);
});
