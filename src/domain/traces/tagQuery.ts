/** Tags that a person typed: all have to match. */
export interface TagQuery {
  tags: Readonly<Record<string, string>>;
  /** What cannot be read, and where; undefined when all can. */
  problem?: string | undefined;
}

const PAIR = /^([^\s"=]+)=("(?:[^"\\]|\\.)*"|[^\s"]*)(?=\s|$)/;
const WORD = /^\S+/;

/** Reads `error=true http.route="/v1/x y"`: names, each with a value, which may stand in quotes. */
export function readTagQuery(text: string): TagQuery {
  const tags: Record<string, string> = {};
  let rest = text.trim();
  while (rest !== '') {
    const [pair, name = '', written = ''] = PAIR.exec(rest) ?? [];
    const value = pair === undefined ? undefined : unquoted(written);
    if (pair === undefined || value === undefined) {
      const [word = rest] = WORD.exec(rest) ?? [];
      return { tags, problem: `"${word}" is no tag: write name=value, and the value in quotes when it has spaces.` };
    }
    tags[name] = value;
    rest = rest.slice(pair.length).trim();
  }
  return { tags };
}

/** The text that reads as these tags. */
export function writeTagQuery(tags: Readonly<Record<string, string>>): string {
  return Object.entries(tags)
    .map(([name, value]) => `${name}=${/^[^\s"\\]+$/.test(value) ? value : JSON.stringify(value)}`)
    .join(' ');
}

const UNITS_MS: Readonly<Record<string, number>> = { us: 0.001, µs: 0.001, ms: 1, s: 1000, m: 60_000, min: 60_000 };

/** `100ms`, `1.2 s`, `500us`, a number of milliseconds: milliseconds. Undefined for what is none. */
export function readDurationMs(text: string): number | undefined {
  const [, number = '', unit = 'ms'] = /^([\d.,]+)\s*(us|µs|ms|s|m|min)?$/.exec(text.trim()) ?? [];
  const value = Number(number.replace(',', '.') || NaN) * (UNITS_MS[unit] ?? NaN);
  return Number.isFinite(value) ? value : undefined;
}

function unquoted(written: string): string | undefined {
  if (!written.startsWith('"')) {
    return written;
  }
  try {
    return String(JSON.parse(written));
  } catch {
    return undefined;
  }
}
