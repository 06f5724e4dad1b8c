import { dateTime } from '@grafana/data';
import { panelLink } from './copyLink';

const from = dateTime('2026-01-02T03:00:00Z');
const to = dateTime('2026-01-02T04:00:00Z');
const range = { from, to, raw: { from: 'now-1h', to: 'now' } };

it('fixes the time, names the panel, and keeps the rest', () => {
  const link = panelLink(
    'https://g/a/x/boards/b?from=now-1h&to=now&refresh=1m&var-tenant=a%26b&var-tenant=c',
    'b-p',
    range
  );
  expect(Object.fromEntries([...new URL(link).searchParams].filter(([key]) => key !== 'var-tenant'))).toEqual({
    from: '2026-01-02T03:00:00.000Z',
    to: '2026-01-02T04:00:00.000Z',
    viewPanel: 'b-p',
  });
  expect(new URL(link).searchParams.getAll('var-tenant')).toEqual(['a&b', 'c']);
});
