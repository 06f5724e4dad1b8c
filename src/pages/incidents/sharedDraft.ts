import { draftToText } from '../../domain/incidents/shareLink';
import { type IncidentDraft } from '../../domain/incidents/types';

/** URL key under which a link carries a draft. */
export const SHARED_DRAFT = 'draft';

/** The address of this page, without a draft: it shows the incident to everybody while its alerts go on. */
export function pageAddress(): string {
  const url = new URL(window.location.href);
  url.searchParams.delete(SHARED_DRAFT);
  return url.toString();
}

/** This page with the draft in its address, so that somebody else sees the same; undefined when it is too long for one. */
export function shareAddress(draft: IncidentDraft): string | undefined {
  const text = draftToText(draft);
  if (text === undefined) {
    return undefined;
  }
  const url = new URL(pageAddress());
  url.searchParams.set(SHARED_DRAFT, text);
  return url.toString();
}
