import { fieldCapabilities } from '../../datasources/elasticsearch';
import { type LogLine } from '../../domain/logs/logLine';
import { matchesIndex } from '../../domain/logs/traceLogQuery';
import { type SystemLogSource } from './logSources';

/** What a place to look for lines had. */
export interface SourceReport {
  systemName: string;
  indexPattern: string;
  lineCount: number;
  /**
   * `none`: the index is there and has no such line. `no-index`: no index has that name. `no-field`: its documents have
   * no field for a trace id. `unknown`: that could not be found out.
   */
  state: 'found' | 'none' | 'no-index' | 'no-field' | 'unknown';
  traceIdFields: readonly string[];
}

interface Options {
  dataSourceUid: string;
  signal: AbortSignal;
}

/** Says for each place how many lines it had, and looks closer at those that had none. */
export function reportSources(
  sources: readonly SystemLogSource[],
  lines: readonly LogLine[],
  options: Options
): Promise<SourceReport[]> {
  return Promise.all(
    sources.map(async ({ system, schema: { indexPattern, fields } }) => {
      const lineCount = lines.filter(({ index }) => matchesIndex(indexPattern, index)).length;
      const traceIdFields = fields.traceId ?? [];
      const state = lineCount > 0 ? 'found' : await stateOfEmpty(indexPattern, traceIdFields, options);
      return { systemName: system.name, indexPattern, lineCount, state, traceIdFields };
    })
  );
}

async function stateOfEmpty(
  index: string,
  traceIdFields: readonly string[],
  options: Options
): Promise<SourceReport['state']> {
  const answer = await fieldCapabilities({ ...options, index });
  if (!answer.ok) {
    return 'unknown';
  }
  if (answer.value.length === 0) {
    return 'no-index';
  }
  return answer.value.some(({ name }) => traceIdFields.includes(name)) ? 'none' : 'no-field';
}
