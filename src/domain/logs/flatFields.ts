/** A field of a document, by its full name. */
export interface FlatField {
  name: string;
  value: unknown;
}

/** The fields of a document, nested or not, sorted by name. Lists stay whole: their order says something. */
export function flatFields(document: Readonly<Record<string, unknown>>, prefix = ''): FlatField[] {
  const fields = Object.entries(document).flatMap(([key, value]) => {
    const name = prefix + key;
    if (value === null || value === undefined) {
      return [];
    }
    return isRecord(value) ? flatFields(value, `${name}.`) : [{ name, value }];
  });
  return prefix === '' ? fields.sort((a, b) => (a.name < b.name ? -1 : 1)) : fields;
}

/** A value as a person reads it. */
export function fieldText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
