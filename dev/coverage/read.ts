import { isNode, LineCounter, parseDocument, type Document } from 'yaml';

import { systemSchema } from './schema';
import { type CoverageFile, type PathPart, type Place, type Problem } from './types';

/** Either a well-formed coverage file, or what keeps it from being one. */
export type ReadResult = { ok: true; value: CoverageFile } | { ok: false; problems: Problem[] };

/**
 * Parses and validates the text of one coverage file.
 * YAML and schema errors come back as problems with line and column; nothing is thrown.
 */
export function readCoverageFile(file: string, text: string): ReadResult {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map((error) => ({
        ...place(file, lines, error.pos[0]),
        message: `malformed YAML: ${error.message}`,
      })),
    };
  }

  const locate = (path: PathPart[]) => place(file, lines, offsetOf(document, path));
  const parsed = systemSchema.safeParse(document.toJS());
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => {
        const path = issue.path.filter((part): part is PathPart => typeof part !== 'symbol');
        return { ...locate(path), message: `${path.join('.') || 'file'}: ${issue.message}` };
      }),
    };
  }
  return { ok: true, value: { file, content: parsed.data, locate } };
}

/** Offset of the node at a path, or of its nearest existing ancestor (a missing key has no node). */
function offsetOf(document: Document.Parsed, path: PathPart[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) {
      return node.range[0];
    }
  }
  return 0;
}

function place(file: string, lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { file, line, col };
}
