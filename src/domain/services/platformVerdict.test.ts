import { platformVerdict } from './platformVerdict';

const row = (name: string, state: Parameters<typeof platformVerdict>[0][number]['state']) => ({
  name,
  systemName: 'Shop',
  state,
});

test('names the worst three, counts the rest, and says what is unknown', () => {
  const rows = [
    row('kafka', 'critical'),
    row('redis', 'warning'),
    row('db', 'warning'),
    row('nginx', 'warning'),
    row('node', 'silent'),
    row('ml', 'ok'),
  ];
  expect(platformVerdict(rows)).toEqual({
    state: 'critical',
    text: '4 of 6 components need a look: kafka (Shop), redis (Shop), db (Shop) and 1 more. 1 says nothing.',
  });
});

test('one component needs', () => {
  expect(platformVerdict([row('kafka', 'warning'), row('redis', 'ok')]).text).toBe(
    '1 of 2 components needs a look: kafka (Shop).'
  );
});

test('gives no all-clear while something is unknown', () => {
  expect(platformVerdict([row('a', 'ok'), row('b', 'no-data'), row('c', 'silent')])).toEqual({
    state: 'no-data',
    text: 'Nothing is wrong with what is known of 3 components. 2 say nothing.',
  });
  expect(platformVerdict([row('a', 'ok')]).state).toBe('ok');
});
