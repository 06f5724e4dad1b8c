/** @jest-environment node */
import { type Service, type System } from '../../catalog/types';
import { serviceLogsUrl } from './serviceLogsUrl';

const LOGS = '/a/watchkeeper-oncall-app/logs';
const system: System = {
  id: 'shop',
  name: 'Shop',
  teams: [],
  services: [],
  logSchemas: [{ id: 'a', indexPattern: 'a-*', timeField: '@timestamp', fields: { service: ['job'] } }],
};
const till = (where: Record<string, string>): Service => ({
  id: 'till',
  name: 'Till',
  team: 't',
  kind: 'platform',
  signals: {},
  logs: { schema: 'a', where },
});

describe('the search for the lines of a service', () => {
  it('ticks the service, whatever its field, and asks the rest', () => {
    expect(serviceLogsUrl(system, till({ job: 'till', zone: 'a b' }), 'from=now-1h&search=x')).toBe(
      `${LOGS}?from=now-1h&var-system=shop&query=zone%3A%22a+b%22&service=till`
    );
  });

  it('shows the whole system without a service', () => {
    expect(serviceLogsUrl(system, undefined, '')).toBe(`${LOGS}?var-system=shop`);
  });
});
