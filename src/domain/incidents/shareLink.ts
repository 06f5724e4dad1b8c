import { parseDraft } from './parseDrafts';
import { type IncidentDraft } from './types';

/** The longest address that every browser and chat passes on. */
const MAX_LENGTH = 8_000;

/**
 * A draft as text for an address: base64url of its JSON.
 * @returns `undefined` when it has grown too long for one; the Markdown is then the way to share it.
 */
export function draftToText(draft: IncidentDraft): string | undefined {
  const bytes = new TextEncoder().encode(JSON.stringify(draft));
  const text = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  return text.length <= MAX_LENGTH ? text : undefined;
}

/** The draft of an address; `undefined` when the text is no draft. */
export function draftFromText(text: string): IncidentDraft | undefined {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return parseDraft(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}
