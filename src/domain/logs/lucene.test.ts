import fc from 'fast-check';
import {
  and,
  escapeFieldName,
  fieldAnyOf,
  fieldBetween,
  fieldEquals,
  fieldExists,
  fieldLike,
  matchNone,
  not,
  or,
  quotePhrase,
} from './lucene';
import { luceneProblem } from './luceneProblem';

/** What Lucene's grammar takes for a quoted phrase: no bare quote inside, backslash takes the next character. */
function readPhrase(text: string): string | undefined {
  const inner = /^"((?:[^"\\]|\\[^])*)"$/.exec(text)?.[1];
  return inner?.replace(/\\([^])/g, '$1');
}

/** What Lucene's grammar takes for one bare term (the escapes undone); undefined when it would end earlier. */
function readTerm(text: string): string | undefined {
  const isTerm = /^(?:[^\s+\-=&|!(){}[\]^"~*?:\\/<>]|\\[^])*$/u.test(text);
  return isTerm ? text.replace(/\\([^])/g, '$1') : undefined;
}

describe('values', () => {
  it.each([
    ['4bf9', '"4bf9"'],
    ['say "hi"', '"say \\"hi\\""'],
    ['C:\\dir', '"C:\\\\dir"'],
    ['a AND (b OR c)', '"a AND (b OR c)"'],
    ['two\nlines', '"two lines"'],
    ['', '""'],
  ])('%j is written %s', (value, written) => {
    expect(quotePhrase(value)).toBe(written);
  });

  it('cannot leave their quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(readPhrase(quotePhrase(value))).toBe(value.replace(/[\r\n\t]/g, ' '));
      })
    );
  });
});

describe('field names', () => {
  it.each([
    ['@timestamp', '@timestamp'],
    ['service.name', 'service.name'],
    ['X-B3-TraceId', 'X\\-B3\\-TraceId'],
    ['a b', 'a\\ b'],
    ['a<b>', 'ab'],
  ])('%j is written %s', (name, written) => {
    expect(escapeFieldName(name)).toBe(written);
  });

  it('cannot become operators', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(readTerm(escapeFieldName(name))).toBe(name.replace(/[<>]/g, ''));
      })
    );
  });
});

describe('conditions', () => {
  it('are written', () => {
    expect(fieldEquals('trace.id', '4bf9')).toBe('trace.id:"4bf9"');
    expect(fieldEquals('status', 500)).toBe('status:"500"');
    expect(fieldAnyOf('level', ['ERROR', 'FATAL'])).toBe('(level:"ERROR") OR (level:"FATAL")');
    expect(fieldAnyOf('level', ['ERROR'])).toBe('level:"ERROR"');
    expect(fieldAnyOf('level', [])).toBe(matchNone());
    expect(fieldExists('trace_id')).toBe('_exists_:trace_id');
    expect(fieldLike('_index', 'logs-*')).toBe('_index:logs\\-*');
    expect(fieldLike('url', '/a?b c')).toBe('url:\\/a?b\\ c');
    expect(fieldLike('url', '')).toBe('url:""');
    expect(fieldBetween('duration_ms', { min: 1000 })).toBe('duration_ms:[1000 TO *]');
    expect(fieldBetween('duration_ms', { min: -1, max: 2.5 })).toBe('duration_ms:[-1 TO 2.5]');
  });

  it('keep wildcards and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (pattern) => {
        const written = fieldLike('f', pattern).slice('f:'.length);
        expect(readTerm(written.replace(/(^|[^\\])((?:\\\\)*)([*?]+)/g, '$1$2'))).toBeDefined();
      })
    );
  });

  it('refuse bounds that are none', () => {
    expect(() => fieldBetween('duration_ms', { min: NaN })).toThrow('duration_ms: NaN');
  });
});

describe('combinations', () => {
  it('put parts in brackets', () => {
    expect(and(['a:"1"', 'b OR c'])).toBe('(a:"1") AND (b OR c)');
    expect(or(['a', 'b AND c'])).toBe('(a) OR (b AND c)');
    expect(not('a')).toBe('(* AND NOT (a))');
  });

  it('leave out what says nothing', () => {
    expect(and(['*', ' ', 'a'])).toBe('a');
    expect(and([])).toBe('*');
    expect(or(['a', '*'])).toBe('*');
    expect(or([])).toBe('(* AND NOT *)');
  });
});

describe('free queries', () => {
  it.each([
    ['level:ERROR', undefined],
    ['', undefined],
    ['(a OR (b AND c)) AND NOT "x)"', undefined],
    ['duration:[1 TO *} AND a\\)', undefined],
    ['level:(ERROR', 'The bracket "(" at character 7 is not closed.'],
    ['a) OR (b', 'The bracket ")" at character 2 closes nothing.'],
    ['message:"open', 'The quote at character 9 is not closed.'],
    ['a\\', 'The backslash at the end escapes nothing.'],
    ['a AND', 'The query ends with AND.'],
    ['a OR ', 'The query ends with OR.'],
    ['[1 TO 2', 'The bracket "[" at character 1 is not closed.'],
    ['a ] b', 'The bracket "]" at character 3 closes nothing.'],
    ['status:[500]', 'The range at character 8 has to be like [1 TO 5]; * leaves an end open.'],
    ['level:ERROR:x', '":" at character 12 stands where a word should be; in quotes it is one.'],
    ['OR a', '"OR" at character 1 stands where a word should be; in quotes it is one.'],
    ['a AND OR b', '"OR" at character 7 stands where a word should be; in quotes it is one.'],
    ['a NOT -b', '"-" at character 7 stands where a word should be; in quotes it is one.'],
    ['level:', 'The query ends with :.'],
    ['a ()', 'There is nothing in the brackets at character 3.'],
    ['a^ b', 'The "^" at character 2 needs a number after it.'],
    ['a~b', 'The "~" at character 2 takes a number only: "~b".'],
    ['[1 TO 2]~1', '"~1" at character 9 stands where a word should be; in quotes it is one.'],
    ['\\u12', 'The character code after "\\u" at character 1 needs four hexadecimal digits.'],
    ['path:/var', 'The slash at character 6 is not closed.'],
    ['a - b', undefined],
    ['+a -b !c', undefined],
    ['a^2 "b c"~3^0.5 d~1', undefined],
    ['(a b)^2 AND service.\\*:x', undefined],
    ['duration_ms:>=1000 && x_y:*', undefined],
    ['message:/tim(e|ing).*/', undefined],
  ])('%j: %s', (query, problem) => {
    expect(luceneProblem(query)).toBe(problem);
  });

  it('have no deep brackets', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}a${')'.repeat(depth)}`;
    expect(luceneProblem(nested(50))).toBeUndefined();
    expect(luceneProblem(nested(5000))).toBe('More than 50 brackets are open at character 51.');
  });

  it('are refused or are one expression, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab:()[]{}"\\/*?~^+-!&| AND OR NOT TO 12'.split('')) }),
        (typed) => {
          const problem = luceneProblem(typed);
          // What has no problem alone has none among other conditions, and cannot end their brackets.
          expect(typeof problem === 'string' || luceneProblem(and(['level:"ERROR"', typed, 'x'])) === undefined).toBe(
            true
          );
        }
      ),
      { numRuns: 2000 }
    );
  });

  it('have no problem when they are made here', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (field, value, pattern) => {
        const query = and([
          fieldEquals(`f${field}`, value),
          not(fieldLike('g', pattern)),
          fieldAnyOf('h', [value, field]),
        ]);
        expect(luceneProblem(query)).toBeUndefined();
      })
    );
  });
});
