const MASK = '•••';

/** Names whose values nobody should read over a shoulder. */
const SECRET_NAME = String.raw`(?:[\w.-]*(?:password|passwd|pwd|secret|token|api[_-]?key|authorization|credential)s?)`;

/** `name=value`, `name: value`, `"name": "value"`; a value ends at a space, a comma or its quote. */
const ASSIGNMENT = new RegExp(
  String.raw`(["']?\b${SECRET_NAME}["']?\s*[=:]\s*)(?:(?:bearer|basic)\s+)?("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s,;&"'}\])]+)`,
  'gi'
);
/** Language models count tokens; those are no secrets. */
const TOKEN_COUNT = /tokens?["']?\s*[=:]\s*$/i;
const BEARER = /\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi;
const WEB_TOKEN = /\beyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/g;
const USER_INFO = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:)[^\s@/]+(@)/gi;

/** Text of a log line without what looks like a password, a token or a key. The store still has it. */
export function maskSecrets(text: string): string {
  return text
    .replace(WEB_TOKEN, MASK)
    .replace(USER_INFO, `$1${MASK}$2`)
    .replace(ASSIGNMENT, (whole, name: string, value: string) =>
      TOKEN_COUNT.test(name) && /^\d+$/.test(value) ? whole : `${name}${MASK}`
    )
    .replace(BEARER, `$1 ${MASK}`);
}

/** True for the name of a field whose whole value is to be masked. */
export function isSecretName(name: string): boolean {
  return new RegExp(`^${SECRET_NAME}$`, 'i').test(name);
}
