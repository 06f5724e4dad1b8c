/** @jest-environment node */
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { visible } from './escape';
import { fillCommand, fillLucene, fillPromql, fillText, fillUrl, templateProblem } from './templates';

const PARTS = { window: '5m', where: 'system="shop"' };
/** Text as an attacker writes it: quotes, backslashes, operators, variables, line breaks, directions, controls. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '"',
        "'",
        '\\',
        '`',
        '$',
        '{',
        '}',
        '$where',
        '\n',
        '\r',
        ' OR ',
        '/',
        '#',
        '\u202e',
        '\0',
        'a',
        ';'
      )
    )
    .map((parts) => parts.join(''))
);
const given = hostile.filter((value) => value !== '');

/** Reads a double-quoted string as its language does; undefined when a quote ends it too early or not at all. */
function unquoted(text: string, decode: (escape: string) => string): string | undefined {
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') {
      return undefined;
    }
    if (character === '\\') {
      at += 1;
      if (at >= text.length) {
        return undefined;
      }
      result += decode(text.charAt(at));
    } else {
      result += character;
    }
  }
  return result;
}

const goEscape = (character: string) => (character === 'n' ? '\n' : character);

describe('PromQL templates', () => {
  it('keep any value inside its string, and the string is the value', () => {
    fc.assert(
      fc.property(given, (service) => {
        const { text } = fillPromql('up{service="$service"}', { service }, PARTS);
        expect(text.startsWith('up{service="')).toBe(true);
        expect(text.endsWith('"}')).toBe(true);
        expect(unquoted(text.slice('up{service="'.length, -'"}'.length), goEscape)).toBe(service);
      })
    );
  });

  it('take values in patterns literally', () => {
    fc.assert(
      fc.property(given, (service) => {
        const { text } = fillPromql('up{service=~"$service"}', { service }, PARTS);
        const pattern = unquoted(text.slice('up{service=~"'.length, -'"}'.length), goEscape) ?? '';
        expect(new RegExp(`^(?:${pattern})$`, 's').test(service)).toBe(true);
        expect(new RegExp(`^(?:${pattern})$`, 's').test(`${service}x`)).toBe(false);
      })
    );
  });

  it('fill window and filters outside of quotes, once', () => {
    const filled = fillPromql('sum(rate(x{a="$tenant", $where}[$window]))', { tenant: '$where' }, PARTS);
    expect(filled).toEqual({ text: 'sum(rate(x{a="$where", system="shop"}[5m]))', missing: [] });
  });

  it('leave Grafana’s variables alone and name what nobody filled in', () => {
    expect(fillPromql('x{a="$tier"}[$__range]', {}, PARTS)).toEqual({ text: 'x{a=""}[$__range]', missing: ['tier'] });
  });

  it.each(['up{service=$service}', "up{service='$service'}", 'up{service=`$service`}', '$service'])(
    'refuse a variable outside of double quotes: %s',
    (template) => {
      expect(() => fillPromql(template, { service: 'x' }, PARTS)).toThrow('double quotes');
    }
  );
});

describe('Lucene templates', () => {
  it('keep any value inside its phrase', () => {
    fc.assert(
      fc.property(given, (user) => {
        const { text } = fillLucene('user:"$user"', { user });
        expect(unquoted(text.slice('user:"'.length, -1), (character) => character)).toBe(
          user.replace(/[\r\n\t]/g, ' ')
        );
      })
    );
  });

  it('refuse a variable outside of quotes', () => {
    expect(() => fillLucene('user:$user', { user: 'x' })).toThrow('double quotes');
  });
});

describe('URLs', () => {
  it('keep host, path and query whatever the value', () => {
    fc.assert(
      fc.property(fc.string().filter(Boolean), (value) => {
        const url = new URL(fillUrl('https://wiki.example/run/$value?q=${value}', { value }).text);
        expect(url.host).toBe('wiki.example');
        expect(url.hash).toBe('');
        expect(url.searchParams.get('q')).toBe(value);
        expect([...url.searchParams.keys()]).toEqual(['q']);
      })
    );
  });

  it('refuse a variable that could choose the host', () => {
    expect(() => fillUrl('https://$service/x', { service: 'x' })).toThrow('behind the host');
    expect(() => fillUrl('$service', { service: 'javascript:alert(1)' })).toThrow('behind the host');
  });
});

describe('commands', () => {
  it('pass any value to a real shell as one word', () => {
    const values = fc.sample(
      given.filter((value) => !visible(value).startsWith('-')),
      300
    );
    const script = values.map((value) => `printf '%s\\0' ${fillCommand('$value', { value }).text}`).join('\n');
    const printed = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
    expect(printed).toEqual(values.map(visible));
  });

  it('never hold a control character or a change of direction', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        expect(fillCommand('run $value', { value }).text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      })
    );
  });

  it('show what is missing, or would be an option, as a placeholder that no shell runs', () => {
    expect(fillCommand('kubectl logs $pod', {})).toEqual({ text: 'kubectl logs <pod>', missing: ['pod'] });
    expect(fillCommand('kubectl logs $pod', { pod: '--all' }).text).toBe('kubectl logs <pod>');
  });

  it('leave variables of the shell alone', () => {
    expect(fillCommand('echo $HOME ${PATH} $tenant', { tenant: 'a b' }).text).toBe("echo $HOME ${PATH} 'a b'");
  });

  it.each(["echo '$tenant'", 'echo "$tenant"'])('refuse a variable inside quotes: %s', (command) => {
    expect(templateProblem({ kind: 'command', command })).toMatch('$tenant must not stand inside quotes');
  });
});

it('text is filled as it is', () => {
  expect(fillText('Is $tenant ($tier) angry?', { tenant: 'a&b' })).toEqual({
    text: 'Is a&b ((tier)) angry?',
    missing: ['tier'],
  });
});
