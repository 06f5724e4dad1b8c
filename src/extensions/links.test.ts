import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { alertPath, isOwnPath, queriesPath, tracePath } from './contexts';
import { locationService } from '@grafana/runtime';
import { links } from './links';

const APP = '/a/watchkeeper-oncall-app';
const TRACE = '0123456789abcdef0123456789abcdef';

describe('where links lead', () => {
  it('an alert to its page, with its labels', () => {
    const instance = { labels: { alertname: 'DiskFull', instance: 'node 3' } };
    expect(alertPath({ instance })).toBe(`${APP}/alerts/DiskFull?label-instance=node+3`);
    expect(alertPath({ instance: { labels: {} }, rule: { name: 'A/B' } })).toBe(`${APP}/alerts/A%2FB`);
    expect(alertPath({})).toBeUndefined();
  });

  it('a rule to its alert, without what only says where the rule comes from, or is filled in later', () => {
    const labels = { severity: 'critical', tier: '{{ $labels.tier }}', __grafana_origin: 'plugin/x' };
    expect(alertPath({ name: 'NothingReports', namespace: 'f', group: 'g', expression: '[]', labels })).toBe(
      `${APP}/alerts/NothingReports?label-severity=critical`
    );
  });

  it('queries to what they are about, in their time range', () => {
    const timeRange = { from: 'now-1h', to: 'now' };
    const prometheus = { datasource: { type: 'prometheus' }, expr: 'rate(x{service="a b"}[5m])' };
    expect(queriesPath({ targets: [prometheus], timeRange })).toBe(`${APP}/services?from=now-1h&to=now&search=a%20b`);
    const jaeger = { datasource: { type: 'jaeger' }, query: TRACE };
    expect(queriesPath({ targets: [jaeger] })).toBe(`${APP}/traces/${TRACE}`);
    expect(queriesPath({ targets: [{ datasource: { type: 'jaeger' } }] })).toBe(`${APP}/traces`);
    const lines = { datasource: { type: 'elasticsearch' }, query: 'level:"ERROR" AND a&b' };
    expect(queriesPath({ targets: [lines], timeRange })).toBe(
      `${APP}/logs?from=now-1h&to=now&query=level%3A%22ERROR%22+AND+a%26b`
    );
    expect(queriesPath({ targets: [{ datasource: { type: 'elasticsearch' } }] })).toBe(`${APP}/logs`);
    expect(queriesPath(undefined)).toBe(`${APP}/home`);
  });

  it('a span and a log line to their trace', () => {
    expect(tracePath({ traceID: TRACE, spanID: 'abcdef0123456789' })).toBe(
      `${APP}/traces/${TRACE}?span=abcdef0123456789`
    );
    expect(tracePath({ attributes: { trace_id: [TRACE] } })).toBe(`${APP}/traces/${TRACE}`);
    expect(tracePath({ attributes: { host: ['a'] } })).toBeUndefined();
  });

  it('stays within the app, whatever the context', () => {
    fc.assert(
      fc.property(fc.object(), (context) => {
        for (const path of [alertPath(context), queriesPath(context), tracePath(context)]) {
          expect(path === undefined || isOwnPath(path)).toBe(true);
        }
      })
    );
  });
});

it('every link stands in plugin.json as Grafana wants it', () => {
  const { extensions } = JSON.parse(readFileSync('src/plugin.json', 'utf8')) as {
    extensions: { addedLinks: unknown[] };
  };
  expect(extensions.addedLinks).toEqual(
    links.map(({ title, description, targets }) => ({ title, description, targets }))
  );
});

const UNUSED = { openModal: jest.fn(), openSidebar: jest.fn(), closeSidebar: jest.fn(), toggleSidebar: jest.fn() };

it('goes there itself where Grafana follows no path', () => {
  const push = jest.spyOn(locationService, 'push').mockImplementation();
  const click = (target: string, title: string, context?: object) =>
    links
      .find((link) => link.targets.includes(target) && link.title === title)
      ?.onClick?.(undefined, { ...UNUSED, context, extensionPointId: target });
  click('grafana/commandpalette/action', 'Watchkeeper: Runbooks');
  click('grafana/alerting/alertingrule/action', 'Watchkeeper: what now?', { name: 'Slow', labels: {} });
  expect(push.mock.calls).toEqual([[`${APP}/runbooks`], [`${APP}/alerts/Slow`]]);
  push.mockRestore();
});
