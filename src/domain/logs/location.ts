import { flatFields } from './flatFields';

/** Where Logstash and Filebeat put what they know of an address, by the names of either. */
const PLACE = /^(?:fields\.)?(?:geoip|(?:source|client|destination)\.geo)\.(?:geo\.)?(\w+)$/;
/** The smallest part first. */
const PARTS: ReadonlyArray<readonly string[]> = [
  ['city_name', 'city'],
  ['region_name', 'region_iso_code'],
  ['country_name', 'country', 'country_iso_code', 'country_code2'],
];

/** The place of a line's address; `undefined` where nothing looked it up, and for addresses that lie nowhere. */
export function readLocation(document: Readonly<Record<string, unknown>>): string | undefined {
  const known = new Map<string, string>();
  for (const { name, value } of flatFields(document)) {
    const part = PLACE.exec(name)?.[1];
    if (part !== undefined && typeof value === 'string' && value !== '') {
      known.set(part, value);
    }
  }
  const words = PARTS.flatMap((names) => names.map((name) => known.get(name)).find((word) => word !== undefined) ?? []);
  return words.length > 0 ? [...new Set(words)].join(', ') : undefined;
}
