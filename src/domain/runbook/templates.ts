import { escapeRegex, escapeString } from '../promql/matchers';
import { insideLucenePhrase, markdownText, shellWord, urlPart } from './escape';
import { type Check } from './types';

/** Variable name → value. */
export type Variables = Readonly<Record<string, string>>;

/** A template with its variables filled in, and those that nobody had a value for. */
export interface Filled {
  text: string;
  missing: readonly string[];
}

// Grafana's own variables (`$__range`) and those of a shell (`$HOME`) are not ours.
const VARIABLE = /\$(?:\{([a-z][A-Za-z0-9_]*)\}|([a-z][A-Za-z0-9_]*))/g;

type Write = (value: string, name: string, before: string) => string;

function fill(template: string, variables: Variables, write: Write, unknown: (name: string) => string): Filled {
  const missing: string[] = [];
  const text = template.replace(VARIABLE, (_all, braced: string | undefined, plain: string | undefined, at: number) => {
    const name = braced ?? plain ?? '';
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (value === undefined || value === '') {
      missing.push(name);
      // The place is checked also for what is not there.
      write('', name, template.slice(0, at));
      return unknown(name);
    }
    return write(value, name, template.slice(0, at));
  });
  return { text, missing };
}

/** The quote that is open at the end of a text, with what stood before it. */
function openQuote(text: string, quotes: string): { quote: string; before: string } | undefined {
  let start: number | undefined;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const open = start === undefined ? undefined : text.charAt(start);
    if (character === '\\' && open !== "'") {
      at += 1;
    } else if (open === undefined ? quotes.includes(character) : character === open) {
      start = open === undefined ? at : undefined;
    }
  }
  return start === undefined ? undefined : { quote: text.charAt(start), before: text.slice(0, start) };
}

/** What PromQL takes outside of quotes, already rendered. */
export interface PromqlParts {
  window: string;
  /** `a="b",c="d"`, may be empty. */
  where: string;
}

/**
 * Fills a PromQL template. Variables stand inside double quotes, and in patterns (`=~`, `!~`) they are literals.
 * @throws Error for a variable that stands somewhere else.
 */
export function fillPromql(template: string, variables: Variables, { window, where }: PromqlParts): Filled {
  const own = { ...variables, window, where: where || 'system!=""' };
  return fill(
    template,
    own,
    (value, name, before) => {
      const open = openQuote(before, `"'\``);
      if (!open && (name === 'window' || name === 'where')) {
        return value;
      }
      if (open?.quote !== '"') {
        throw new Error(`$${name} has to stand inside double quotes`);
      }
      return escapeString(/[=!]~\s*$/.test(open.before) ? escapeRegex(value) : value);
    },
    () => ''
  );
}

/**
 * Fills a Lucene template, whose variables stand inside double quotes.
 * @throws Error for a variable that stands somewhere else.
 */
export function fillLucene(template: string, variables: Variables): Filled {
  return fill(
    template,
    variables,
    (value, name, before) => {
      if (openQuote(before, '"')?.quote !== '"') {
        throw new Error(`$${name} has to stand inside double quotes`);
      }
      return insideLucenePhrase(value);
    },
    () => ''
  );
}

/**
 * Fills a URL, whose variables stand behind the host.
 * @throws Error for a variable that could change whose address it is.
 */
export function fillUrl(template: string, variables: Variables): Filled {
  return fill(
    template,
    variables,
    (value, name, before) => {
      if (!/^https?:\/\/[^/]+\//.test(before)) {
        throw new Error(`$${name} has to stand behind the host`);
      }
      return urlPart(value);
    },
    () => ''
  );
}

/**
 * Fills a command, whose variables become single words and therefore stand outside of quotes. A variable without a
 * value, or with one that a command would read as an option, becomes `<name>`, which a shell refuses to run.
 * @throws Error for a variable inside quotes.
 */
export function fillCommand(template: string, variables: Variables): Filled {
  return fill(
    template,
    variables,
    (value, name, before) => {
      if (openQuote(before, `"'`)) {
        throw new Error(`$${name} must not stand inside quotes: it becomes a word of its own`);
      }
      return shellWord(value) ?? `<${name}>`;
    },
    (name) => `<${name}>`
  );
}

/** Fills Markdown; values are plain text in it, unknown ones are called by their name. */
export function fillMarkdown(template: string, variables: Variables): Filled {
  return fill(template, variables, markdownText, (name) => `*${name}*`);
}

/** Fills plain text, which is shown as text. */
export function fillText(template: string, variables: Variables): Filled {
  return fill(
    template,
    variables,
    (value) => value,
    (name) => `(${name})`
  );
}

/** What is wrong with the templates of a check, whatever the values; undefined when nothing is. */
export function templateProblem(check: Check): string | undefined {
  try {
    if (check.kind === 'metric' && check.expr !== undefined) {
      fillPromql(check.expr, {}, { window: '5m', where: '' });
    } else if (check.kind === 'log' && check.query !== undefined) {
      fillLucene(check.query, {});
    } else if (check.kind === 'link' && check.url !== undefined) {
      fillUrl(check.url, {});
    } else if (check.kind === 'command') {
      fillCommand(check.command, {});
    }
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
