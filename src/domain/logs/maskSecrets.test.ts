import fc from 'fast-check';
import { isSecretName, maskSecrets } from './maskSecrets';

describe('maskSecrets', () => {
  it.each([
    ['login password=hunter2 ok', 'login password=••• ok'],
    ['{"api_key": "abc def", "user": "ana"}', '{"api_key": •••, "user": "ana"}'],
    ["db_password: 'p w'; retry", 'db_password: •••; retry'],
    ['Authorization: Bearer abcdefgh.123', 'Authorization: •••'],
    ['sent Bearer abcdefgh1234 to peer', 'sent Bearer ••• to peer'],
    ['postgres://app:s3cret@db:5432/x', 'postgres://app:•••@db:5432/x'],
    ['jwt eyJhbGciOi.eyJzdWIiOi.sig-nature end', 'jwt ••• end'],
    ['access_token=abc&user=1', 'access_token=•••&user=1'],
  ])('%s', (text, expected) => {
    expect(maskSecrets(text)).toBe(expected);
  });

  it.each(['prompt_tokens=512 output_tokens: 80', 'tokenizer loaded', 'reset password link sent', 'secretary called'])(
    'leaves %j as it is',
    (text) => {
      expect(maskSecrets(text)).toBe(text);
    }
  );

  it('never shows the value of a password, whatever stands around it', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9]{6,20}$/);
    fc.assert(
      fc.property(word, word, fc.constantFrom('=', ': ', ' = '), (before, value, sign) => {
        fc.pre(!before.includes(value));
        expect(maskSecrets(`${before} password${sign}x9${value} end`)).not.toContain(`x9${value}`);
      })
    );
  });
});

test.each([
  ['password', true],
  ['db.password', true],
  ['X-Api-Key', true],
  ['user', false],
  ['message', false],
])('the name %s holds a secret: %s', (name, expected) => {
  expect(isSecretName(name)).toBe(expected);
});
