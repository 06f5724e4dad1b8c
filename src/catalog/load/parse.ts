import { LineCounter, type Node, parseDocument } from 'yaml';
import { locales, type ZodMiniType } from 'zod/mini';
import { formatPath, type Problem } from './problem';

/** A parsed value, with the way from a path to its place in the text. */
export interface Parsed {
  value: unknown;
  locate: (path: ReadonlyArray<PropertyKey>) => { line: number; column: number } | undefined;
  problems: Problem[];
}

/**
 * Reads YAML 1.2 (and with it JSON). Never throws: what cannot be read is a problem with its line.
 */
export function parseText(text: string): Parsed {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true });
  const at = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  const locate: Parsed['locate'] = (path) => {
    // The deepest node that is there: a missing key is reported at its parent.
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true) as Node | undefined;
      if (node?.range) {
        return at(node.range[0]);
      }
    }
    return undefined;
  };
  const problems = document.errors.map((error) => ({ path: '', message: error.message, ...at(error.pos[0]) }));
  return { value: problems.length > 0 ? undefined : toPlain(document, problems), locate, problems };
}

function toPlain(document: ReturnType<typeof parseDocument>, problems: Problem[]): unknown {
  try {
    // A bound on aliases, so that a small file cannot unfold into a huge one.
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    problems.push({ path: '', message: error instanceof Error ? error.message : String(error) });
    return undefined;
  }
}

// The small edition of the library says no more than "Invalid input" by itself.
const describeIssue = locales.en().localeError;

/** Checks a value against a schema. Either the typed value, or at least one problem. */
export function check<T>(
  schema: ZodMiniType<T>,
  value: unknown,
  locate: Parsed['locate'] = () => undefined
): { value: T; problems: [] } | { value: undefined; problems: Problem[] } {
  const result = schema.safeParse(value, { error: describeIssue });
  if (result.success) {
    return { value: result.data, problems: [] };
  }
  const problems = result.error.issues.map((issue) => ({
    path: formatPath(issue.path),
    message: issue.message,
    ...locate(issue.path),
  }));
  return { value: undefined, problems };
}
