import { ERROR_LEVELS } from '../logs/levels';
import { type LogFilter } from '../logs/logQuery';

/** What the reader wants to see of a service's log. */
export interface LogWish {
  /** Words of the message, in this order; empty for any. */
  search: string;
  errorsOnly: boolean;
}

/** The conditions on a service's log lines. Whatever the reader typed is a text to find, never a part of the query. */
export function serviceLogFilters(
  where: Readonly<Record<string, string>> | undefined,
  { search, errorsOnly }: LogWish
): LogFilter[] {
  const text = search.trim();
  return [
    ...Object.entries(where ?? {}).map(([field, value]) => ({ field, anyOf: [value] })),
    ...(errorsOnly ? [{ field: 'level', anyOf: ERROR_LEVELS }] : []),
    ...(text ? [{ field: 'message', anyOf: [text] }] : []),
  ];
}
