import { dateTimeFormat } from '@grafana/data';
import { StateBadge } from '../../components/StateBadge';
import { ageInWords, SEEN_WITHIN, silenceOf } from '../../domain/tiers/silence';
import { type TierFacts } from '../../domain/tiers/types';

interface Props {
  facts: TierFacts;
  /** Ages are counted to this moment, Unix milliseconds. */
  endMs: number;
  timeZone: string;
}

/** When something last reported; an old report is said to be old, with its time. */
export function LastSeen({ facts, endMs, timeZone }: Props) {
  const silence = silenceOf(facts, endMs);
  if (facts.lastSeenMs === undefined) {
    return (
      <>
        <StateBadge state="no-data" compact /> not in the last {SEEN_WITHIN}
      </>
    );
  }
  const age = ageInWords(endMs - facts.lastSeenMs);
  const at = dateTimeFormat(facts.lastSeenMs, { timeZone });
  return (
    <time dateTime={new Date(facts.lastSeenMs).toISOString()} title={at}>
      {silence && <StateBadge state={silence.state} compact />} {age} ago
      {silence && <> ({dateTimeFormat(facts.lastSeenMs, { timeZone, format: 'MMM D, HH:mm' })})</>}
    </time>
  );
}
