/** What people did with a runbook. Kept in the user's storage and in shared links. */
export interface Progress {
  /** When all checks were run last, Unix milliseconds. */
  ranAtMs?: number | undefined;
  /** Step id → when it was ticked off. */
  done: Readonly<Record<string, number>>;
  /** Key of a manual check → what was answered, and when. */
  answers: Readonly<Record<string, Answer>>;
  notes: readonly Note[];
}

export interface Answer {
  isYes: boolean;
  atMs: number;
}

export interface Note {
  atMs: number;
  text: string;
}

export const NO_PROGRESS: Progress = { done: {}, answers: {}, notes: [] };

const MAX_ENTRIES = 200;
const MAX_NOTE_LENGTH = 2000;
const KEY = /^[a-z0-9_.-]{1,80}$/;

/** Reads progress from a link or a storage, whatever is in it; what is not to be understood is left out. */
export function readProgress(value: unknown): Progress {
  const { ranAtMs, done, answers, notes } = recordOf(value);
  return {
    ranAtMs: isTime(ranAtMs) ? ranAtMs : undefined,
    done: entries(done, (at) => (isTime(at) ? at : undefined)),
    answers: entries(answers, readAnswer),
    notes: Array.isArray(notes) ? notes.slice(0, MAX_ENTRIES).flatMap(readNote) : [],
  };
}

/** Progress as text for a link: compact, URL-safe, of any characters. */
export function encodeProgress(progress: Progress): string {
  const bytes = new TextEncoder().encode(JSON.stringify(progress));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Reads what `encodeProgress` wrote; anything else is no progress. */
export function decodeProgress(text: string): Progress {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return readProgress(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return NO_PROGRESS;
  }
}

/** True when there is nothing to keep. */
export function isUntouched({ ranAtMs, done, answers, notes }: Progress): boolean {
  return (
    ranAtMs === undefined && notes.length === 0 && Object.keys(done).length === 0 && Object.keys(answers).length === 0
  );
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 8.64e15;
}

function entries<T>(value: unknown, read: (entry: unknown) => T | undefined): Record<string, T> {
  const known = Object.entries(recordOf(value))
    .slice(0, MAX_ENTRIES)
    .flatMap(([key, entry]) => {
      const understood = KEY.test(key) ? read(entry) : undefined;
      return understood === undefined ? [] : [[key, understood] as const];
    });
  return Object.fromEntries(known);
}

function readAnswer(value: unknown): Answer | undefined {
  const { isYes, atMs } = recordOf(value);
  return typeof isYes === 'boolean' && isTime(atMs) ? { isYes, atMs } : undefined;
}

function readNote(value: unknown): Note[] {
  const { atMs, text } = recordOf(value);
  return isTime(atMs) && typeof text === 'string' && text.trim() !== ''
    ? [{ atMs, text: text.slice(0, MAX_NOTE_LENGTH) }]
    : [];
}
