import { fieldNames, type LogFields } from './fields';
import { fieldEquals, fieldExists, type LuceneQuery, or } from './lucene';

/** What lines may carry beside their text. */
export const LINE_FEATURES = ['exception', 'trace', 'location'] as const;
export type LineFeature = (typeof LINE_FEATURES)[number];

export const FEATURE_TITLES: Readonly<Record<LineFeature, string>> = {
  exception: 'Exception',
  trace: 'Trace',
  location: 'Location',
};

export const isLineFeature = (name: string): name is LineFeature => (LINE_FEATURES as readonly string[]).includes(name);

/** The lines that carry something. A pipeline marks exceptions with a tag; without one, their own fields tell them. */
export function featureLucene(feature: LineFeature, fields: LogFields): LuceneQuery {
  const anyOf = (...roles: Array<keyof LogFields>) =>
    roles.flatMap((role) => (fields[role] ? fieldNames(fields, role) : [])).map(fieldExists);
  switch (feature) {
    case 'exception':
      return or([fieldEquals('tags', 'exception'), ...anyOf('exceptionType', 'stackTrace')]);
    case 'trace':
      return or(anyOf('traceId'));
    case 'location':
      return or([fieldExists('geoip'), fieldExists('source.geo'), fieldExists('client.geo')]);
  }
}
