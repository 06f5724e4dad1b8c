import { readTraceId } from './traceIdsInText';

/** A piece of a text; with `traceId` it names a trace. */
export interface TextPiece {
  text: string;
  traceId?: string | undefined;
}

const LABELLED = String.raw`trace(?:s|parent|[-_.]?id)?["']?\s*[:=/]\s*["']?`;
const LONG = '[0-9a-f]{32}';
const UUID = '[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';
/**
 * Ids that are told to be of a trace, in all forms, and those of 128 bits, which nothing else in a log line is. Bare
 * UUIDs and bare 64 bits are mostly something else: requests, orders, spans.
 */
const TRACE_ID = new RegExp(
  `(?<=${LABELLED})(?:${LONG}|${UUID}|[0-9a-f]{16})(?![0-9a-f])|(?<![0-9a-f])${LONG}(?![0-9a-f])`,
  'gi'
);

/** Cuts a text where it names traces. The pieces together are the text. */
export function linkedText(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(TRACE_ID)) {
    const [traceId] = readTraceId(found);
    if (traceId !== undefined) {
      pieces.push({ text: text.slice(end, index) }, { text: found, traceId });
      end = index + found.length;
    }
  }
  return [...pieces, { text: text.slice(end) }].filter((piece) => piece.text !== '');
}
