import { type LogField } from '../../domain/logs/types';
import { recordOf } from '../json';

/** The fields of a `_field_caps` answer, by name, without Elasticsearch's own (`_id`, `_source`, …) and objects. */
export function parseFieldCapabilities(answer: unknown): LogField[] {
  return Object.entries(recordOf(recordOf(answer).fields))
    .flatMap(([name, byType]) => {
      const types = Object.entries(recordOf(byType)).filter(([type]) => type !== 'object' && type !== 'nested');
      const all = types.map(([, capability]) => recordOf(capability));
      const isOwn = name.startsWith('_') || all.some(({ metadata_field }) => metadata_field === true);
      return all.length === 0 || isOwn
        ? []
        : [
            {
              name,
              types: types.map(([type]) => type),
              searchable: all.every(({ searchable }) => searchable === true),
              aggregatable: all.every(({ aggregatable }) => aggregatable === true),
            },
          ];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}
