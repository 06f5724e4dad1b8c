/** What can be written: plain data, without `undefined` in lists. */
export type YamlValue =
  string | number | boolean | null | readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined };

/**
 * Writes data as block-style YAML: keys in the order in which they stand, no line breaks inside values, no anchors. The
 * same data gives the same bytes. It is faster than a general library by an order of magnitude, which a thousand
 * objectives need.
 */
export function yamlText(value: YamlValue): string {
  const lines: string[] = [];
  write(value, '', '', lines);
  return `${lines.join('\n')}\n`;
}

function write(value: YamlValue, head: string, indent: string, lines: string[]): void {
  if (Array.isArray(value)) {
    writeList(value as readonly YamlValue[], head, indent, lines);
  } else if (typeof value === 'object' && value !== null) {
    writeMap(value as { readonly [key: string]: YamlValue | undefined }, head, indent, lines);
  } else {
    lines.push(`${head}${head && !head.endsWith(' ') ? ' ' : ''}${scalar(value as string | number | boolean | null)}`);
  }
}

function writeList(items: readonly YamlValue[], head: string, indent: string, lines: string[]): void {
  if (items.length === 0) {
    lines.push(`${head}${head && !head.endsWith(' ') ? ' ' : ''}[]`);
    return;
  }
  const isInList = head.endsWith('- ');
  if (head !== '' && !isInList) {
    lines.push(head);
  }
  items.forEach((item, index) => write(item, `${isInList && index === 0 ? head : indent}- `, `${indent}  `, lines));
}

function writeMap(
  map: { readonly [key: string]: YamlValue | undefined },
  head: string,
  indent: string,
  lines: string[]
): void {
  const entries = Object.entries(map).filter((entry): entry is [string, YamlValue] => entry[1] !== undefined);
  if (entries.length === 0) {
    lines.push(`${head}${head && !head.endsWith(' ') ? ' ' : ''}{}`);
    return;
  }
  const isInList = head.endsWith('- ');
  if (head !== '' && !isInList) {
    lines.push(head);
  }
  entries.forEach(([key, value], index) => {
    const start = isInList && index === 0 ? head : indent;
    write(value, `${start}${scalar(key)}:`, `${indent}  `, lines);
  });
}

/** Cannot be taken for a number, a time, a boolean or a piece of structure, in YAML 1.1 and 1.2. */
const PLAIN =
  /^[A-Za-z_/(](?:[A-Za-z0-9_/.()<>=~+*,;$%^-]|:(?=\w))*(?: (?:[A-Za-z0-9_/.()<>=~+*,;$%^"'\\[\]{}|!&@-]|:(?=\w))+)*$/;
const RESERVED = /^(?:true|false|yes|no|on|off|null|y|n|e[\d._]*)$/i;
/** What single quotes can hold as it stands. */
const PRINTABLE = /^[\x20-\x7e\u00a0-\u2027\u2030-\ud7ff]*$/;

function scalar(value: string | number | boolean | null): string {
  if (typeof value !== 'string') {
    return String(value);
  }
  if (PLAIN.test(value) && !RESERVED.test(value)) {
    return value;
  }
  return PRINTABLE.test(value) ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
}
