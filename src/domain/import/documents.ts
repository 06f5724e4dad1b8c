import { isMap, LineCounter, type Node, parseAllDocuments } from 'yaml';
import { Cursor, type Messages } from './cursor';

/** A file larger than this is no definition of objectives, and would keep the browser busy. */
const LARGEST_CHARACTERS = 2_000_000;

/**
 * Reads all YAML documents of a text (JSON is YAML too). Never throws: what cannot be read is a message with its line.
 */
export function readDocuments(text: string, messages: Messages): Cursor[] {
  if (text.length > LARGEST_CHARACTERS) {
    messages.push({ severity: 'error', line: 1, column: 1, path: '', message: 'the file is larger than 2 MB' });
    return [];
  }
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, merge: true });
  return [...documents].flatMap((document) => {
    for (const error of document.errors) {
      const { line, col } = lines.linePos(error.pos[0]);
      messages.push({ severity: 'error', line, column: col, path: '', message: error.message });
    }
    const contents = document.contents as Node | null;
    if (document.errors.length > 0 || contents === null) {
      return [];
    }
    const cursor = new Cursor(contents, '', lines, messages, contents.range?.[0] ?? 0);
    if (!isMap(contents)) {
      cursor.error('must be a map of keys and values');
      return [];
    }
    return [cursor];
  });
}
