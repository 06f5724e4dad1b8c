/** How loud a line is, whatever words its logger has for that. */
export type LogLevel = 'error' | 'warning' | 'info' | 'debug' | 'unknown';

const WORDS: ReadonlyArray<readonly [LogLevel, RegExp]> = [
  ['error', /^(emerg\w*|alert|crit\w*|fatal|severe|panic|err|error)\d?$/],
  ['warning', /^warn(ing)?\d?$/],
  ['info', /^(info\w*|notice|audit|log)\d?$/],
  ['debug', /^(debug|trace|verbose|silly|fine\w*|config)\d?$/],
];

// Lower bounds, the loudest first. OpenTelemetry counts 1 to 24; pino and bunyan 10 to 60 in tens.
const OPEN_TELEMETRY: ReadonlyArray<readonly [number, LogLevel]> = [
  [17, 'error'],
  [13, 'warning'],
  [9, 'info'],
  [1, 'debug'],
];
const TENS: ReadonlyArray<readonly [number, LogLevel]> = [
  [50, 'error'],
  [40, 'warning'],
  [30, 'info'],
  [10, 'debug'],
];

/**
 * The level that a word or a number stands for.
 * @param fieldName tells OpenTelemetry's severity numbers from those of loggers that count in tens.
 */
export function readLevel(value: unknown, fieldName = ''): LogLevel {
  const text = String(value ?? '')
    .trim()
    .toLowerCase();
  const number = /^\d+$/.test(text) ? Number(text) : undefined;
  if (number === undefined) {
    return WORDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'unknown';
  }
  const steps = /severity_?number$/i.test(fieldName) ? OPEN_TELEMETRY : number % 10 === 0 ? TENS : [];
  return steps.find(([from]) => number >= from)?.[1] ?? 'unknown';
}
