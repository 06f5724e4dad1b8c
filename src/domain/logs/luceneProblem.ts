import { cutLucene, type LuceneToken } from './luceneTokens';

/** Deeper than anybody writes, and still shallow for the store. */
const DEEPEST = 50;

/**
 * What is wrong with a query that a person typed, by the grammar of Lucene's classic parser, which Elasticsearch's
 * `query_string` reads; undefined when nothing is. Checked before it is combined with other conditions: `a) OR (b` would
 * change what they mean. What an index alone can know, such as words in a field of numbers, is not checked.
 */
export function luceneProblem(query: string): string | undefined {
  const cut = cutLucene(query);
  if ('problem' in cut) {
    return cut.problem;
  }
  const { tokens } = cut;
  return tokens.length === 0 ? undefined : (unbalanced(tokens) ?? new Reader(tokens).problem());
}

function unbalanced(tokens: readonly LuceneToken[]): string | undefined {
  const open: LuceneToken[] = [];
  for (const token of tokens) {
    if (token.kind === '(') {
      open.push(token);
    } else if (token.kind === ')' && !open.pop()) {
      return `The bracket ")" at character ${token.position} closes nothing.`;
    }
    if (open.length > DEEPEST) {
      return `More than ${DEEPEST} brackets are open at character ${token.position}.`;
    }
  }
  const last = open.at(-1);
  return last && `The bracket "(" at character ${last.position} is not closed.`;
}

const TERMS: ReadonlySet<string | undefined> = new Set(['word', 'wild', 'phrase', 'regex', 'range']);

/** Reads clauses: `[joint] [sign] [field:] (term | "(" clauses ")")`, with boosts and slops after terms. */
class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly LuceneToken[]) {}

  /** Brackets are balanced. */
  problem(): string | undefined {
    for (let isFirst = true; ; isFirst = false) {
      const problem = this.clause(isFirst);
      if (problem !== undefined || this.at >= this.tokens.length || this.kind() === ')') {
        return problem;
      }
    }
  }

  private clause(isFirst: boolean): string | undefined {
    if (!isFirst && this.kind() === 'joint') {
      this.at += 1;
    }
    if (this.kind() === 'sign') {
      this.at += 1;
    }
    if (this.kind() === 'word' && this.kind(1) === ':') {
      this.at += 2;
    }
    if (this.kind() === '(') {
      this.at += 1;
      const problem = this.problem();
      this.at += 1;
      return problem ?? this.after(false);
    }
    if (!TERMS.has(this.kind())) {
      return this.unexpected();
    }
    const { kind } = this.tokens[this.at++] as LuceneToken;
    return this.after(kind !== 'range');
  }

  /** A boost and a slop, each once; a range and a group take no slop. */
  private after(takesSlop: boolean): string | undefined {
    const taken = new Set<string>();
    for (let kind = this.kind(); kind === 'boost' || kind === 'slop'; kind = this.kind()) {
      if (taken.has(kind) || (kind === 'slop' && !takesSlop)) {
        return this.unexpected();
      }
      taken.add(kind);
      this.at += 1;
    }
    return undefined;
  }

  private kind(ahead = 0): LuceneToken['kind'] | undefined {
    return this.tokens[this.at + ahead]?.kind;
  }

  private unexpected(): string {
    const token = this.tokens[this.at];
    const before = this.tokens[this.at - 1];
    if (!token) {
      return `The query ends with ${before?.text ?? 'nothing'}.`;
    }
    const { text, position } = token;
    return token.kind === ')' && before?.kind === '('
      ? `There is nothing in the brackets at character ${before.position}.`
      : `"${text}" at character ${position} stands where a word should be; in quotes it is one.`;
  }
}
