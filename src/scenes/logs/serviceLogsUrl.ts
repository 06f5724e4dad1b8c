import { logsUrl } from '../../app/navigation';
import { type Service, type System } from '../../catalog/types';
import { fieldNames } from '../../domain/logs/fields';
import { and, fieldEquals, or } from '../../domain/logs/lucene';

/** The search for the log lines of a service, or of its whole system. @param search the query string whose variables are kept. */
export function serviceLogsUrl(system: System, service: Service | undefined, search: string): string {
  const fields = system.logSchemas?.find(({ id }) => id === service?.logs?.schema)?.fields ?? {};
  const where = Object.entries(service?.logs?.where ?? {});
  const isName = ([field]: readonly [string, string]) =>
    field === 'service' || fieldNames(fields, 'service').includes(field);
  return logsUrl(
    {
      system: system.id,
      services: where.filter(isName).map(([, value]) => value),
      query: and(
        where
          .filter((entry) => !isName(entry))
          .map(([field, value]) => or(fieldNames(fields, field).map((name) => fieldEquals(name, value))))
      ).replace(/^\*$/, ''),
    },
    search
  );
}
