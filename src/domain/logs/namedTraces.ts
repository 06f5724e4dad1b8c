import { type LogLine } from './logLine';

/** The traces that lines name, each once, in the order of the lines. Ids are 16 or 32 lower-case hex digits. */
export function namedTraces(lines: ReadonlyArray<Pick<LogLine, 'traceId'>>): string[] {
  return [...new Set(lines.flatMap(({ traceId }) => traceId ?? []))];
}
