import { isMap, isSeq, parseDocument } from 'yaml';

export interface Settled {
  text: string;
  /** Ids whose open mark was dropped. */
  ids: string[];
}

/**
 * Drops `status: open` (and its note) of the items that a catalog pack implements; the rest of the text stays as it is.
 * Only well-formed text is expected here: a file that cannot be read comes back unchanged.
 */
export function dropOpenMarks(text: string, implemented: ReadonlySet<string>): Settled {
  const document = parseDocument(text);
  const items = document.get('items');
  const ids: string[] = [];
  if (document.errors.length > 0 || !isSeq(items)) {
    return { text, ids };
  }
  for (const item of items.items) {
    const id = isMap(item) ? item.get('id') : undefined;
    if (isMap(item) && typeof id === 'string' && implemented.has(id) && item.get('status') === 'open') {
      item.delete('status');
      item.delete('note');
      ids.push(id);
    }
  }
  return ids.length === 0 ? { text, ids } : { text: document.toString({ lineWidth: 0, singleQuote: true }), ids };
}
