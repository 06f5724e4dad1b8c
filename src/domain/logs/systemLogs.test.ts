import { systemLogs } from './systemLogs';

const schema = { id: 'app', indexPattern: 'app-logs-*', fields: { service: ['service', 'svc.name'] } };

describe('systemLogs', () => {
  it('finds all lines of a system by its indices', () => {
    expect(systemLogs([schema, { id: 'b', indexPattern: 'audit', fields: {} }])).toBe(
      '(_index:app-logs-*) OR (_index:audit)'
    );
  });

  it('finds those of a service, whichever field names it', () => {
    expect(systemLogs([schema], { name: 'a"b', schema: 'app' })).toBe(
      '(_index:app-logs-*) AND ((service:"a\\"b") OR (svc.name:"a\\"b"))'
    );
  });

  it('lets no pattern leave its field', () => {
    expect(systemLogs([{ ...schema, indexPattern: 'a OR b:*' }])).toBe('_index:a?OR?b?*');
  });
});
