const TITLES: Readonly<Record<string, string>> = {
  message: 'Message',
  level: 'Level',
  service: 'Service',
  traceId: 'Trace',
  spanId: 'Span',
  correlationId: 'Correlation id',
  durationMs: 'Duration',
  tenant: 'Tenant',
  user: 'User',
  agent: 'Agent',
  action: 'Action',
  exceptionType: 'Exception',
  exceptionMessage: 'Exception message',
  stackTrace: 'Stack trace',
};

/** The heading of a role or of a field: its last part, as words. */
export function fieldTitle(name: string): string {
  const words = (name.split('.').at(-1) ?? name).replaceAll('_', ' ');
  return TITLES[name] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
