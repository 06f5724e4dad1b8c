const HEX = /^[0-9a-f]+$/;
const ZEROS = /^0+$/;
const SHORT = 16;
const LONG = 32;

/**
 * The trace id in what a person pasted or a log holds: hex of 64 or 128 bits, in either case, with spaces around it,
 * dashes inside it (UUID form) or its leading zeros missing; or a whole `traceparent` or `uber-trace-id` header.
 * @returns 16 or 32 lower-case hex digits; undefined when there is no valid id in it (all zeros is none).
 */
export function normaliseTraceId(input: string): string | undefined {
  const trimmed = input.trim().toLowerCase();
  const header =
    /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(trimmed) ?? /^([0-9a-f]{1,32}):/.exec(trimmed);
  const digits = (header?.[1] ?? trimmed).replaceAll('-', '');
  if (!HEX.test(digits) || digits.length > LONG || ZEROS.test(digits)) {
    return undefined;
  }
  return digits.padStart(digits.length <= SHORT ? SHORT : LONG, '0');
}

/** True when both are the same trace: a 64-bit id may be stored with 64 zero bits in front. */
export function isSameTraceId(a: string, b: string): boolean {
  const [left, right] = [normaliseTraceId(a), normaliseTraceId(b)];
  return left !== undefined && right !== undefined && left.padStart(LONG, '0') === right.padStart(LONG, '0');
}
