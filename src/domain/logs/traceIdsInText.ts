import { normaliseTraceId } from '../traces/traceId';

const LARGEST_64_BIT = (1n << 64n) - 1n;
const HEX_ID = '[0-9a-f]{32}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{16}';

/** Ways to find ids in a text, the surest first. The id is the first group. */
const PATTERNS: readonly RegExp[] = [
  // traceparent: version-trace-span-flags
  /(?<![0-9a-f])[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(?![0-9a-f])/gi,
  // uber-trace-id: trace:span:parent:flags
  /(?<![0-9a-f])([0-9a-f]{1,32}):[0-9a-f]{1,16}:[0-9a-f]{1,16}:[0-9a-f]{1,2}(?![0-9a-f])/gi,
  // trace_id=…, "trace.id": "…", otelTraceID …, X-B3-TraceId: …, /trace/…, /traces/…
  new RegExp(`trace(?:s|parent|[-_.]?id)?["']?\\s*[:=/]\\s*["']?(${HEX_ID}|\\d{17,20})(?![0-9a-f])`, 'gi'),
  /(?<![0-9a-f])([0-9a-f]{32})(?![0-9a-f])/gi,
  /(?<![0-9a-f-])([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?![0-9a-f-])/gi,
  /(?<![0-9a-f:-])([0-9a-f]{16})(?![0-9a-f:-])/gi,
];

/**
 * What may be trace ids in a text that somebody pasted: an id in any form, a header, a URL, a log line.
 * @returns ids of 16 or 32 hex digits, the likeliest first, each once. A number of more than 16 digits is read as the
 * decimal 64 bits of Datadog.
 */
export function traceIdsInText(text: string): string[] {
  const decoded = decode(text).trim();
  const found = new Set(readTraceId(decoded));
  for (const pattern of PATTERNS) {
    for (const [, id = ''] of decoded.matchAll(pattern)) {
      readTraceId(id).forEach((one) => found.add(one));
    }
  }
  return [...found];
}

/** What a field that holds a trace id and nothing else means. Mostly one id; none when it cannot be one. */
export function readTraceId(value: unknown): string[] {
  if (typeof value !== 'string' && typeof value !== 'bigint' && typeof value !== 'number') {
    return [];
  }
  const text = String(value).trim();
  const decimal = decimalToHex(text);
  if (decimal !== undefined) {
    return [decimal];
  }
  const id = normaliseTraceId(text);
  return id === undefined ? [] : [id];
}

/**
 * The ways in which logs write an id: with and without the 64 zero bits in front, in capitals, as a UUID, as the decimal
 * number of its last 64 bits.
 */
export function writtenForms(traceId: string): string[] {
  const long = traceId.toLowerCase().padStart(32, '0');
  const low = long.slice(16);
  const isShort = /^0{16}/.test(long);
  const hex = isShort ? [low, long] : [long];
  const uuid = [long.slice(0, 8), long.slice(8, 12), long.slice(12, 16), long.slice(16, 20), long.slice(20)].join('-');
  const decimal = /^[0-9a-f]{16}$/.test(low) ? [BigInt(`0x${low}`).toString()] : [];
  return [...new Set([...hex, ...hex.map((form) => form.toUpperCase()), uuid, ...decimal])];
}

function decimalToHex(text: string): string | undefined {
  if (!/^\d{17,20}$/.test(text)) {
    return undefined;
  }
  const number = BigInt(text);
  return number > 0n && number <= LARGEST_64_BIT ? number.toString(16).padStart(16, '0') : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
