import { type HealthState, rollUp, urgencyOf } from '../health/states';
import { type TierHealth } from './types';

interface NamedHealth {
  name: string;
  health: TierHealth;
}

const MOST_NAMED = 3;

/**
 * One sentence for each tier in trouble, worst first, and one for those that are well: "Zero tier has overspent its error
 * budget …; Airgapped tier has not reported for 3 h. Shared, Lite and Enterprise are well."
 */
export function tiersVerdict(tiers: readonly NamedHealth[]): { state: HealthState; sentence: string } {
  if (tiers.length === 0) {
    return { state: 'not-configured', sentence: 'The catalog has no tiers.' };
  }
  const troubled = tiers.filter(({ health }) => health.state !== 'ok').sort((a, b) => rankOf(a) - rankOf(b));
  const well = tiers.filter(({ health }) => health.state === 'ok').map(({ name }) => name);
  const { state } = rollUp(tiers.map(({ name, health }) => ({ state: health.state, part: name })));
  const sentences = [...(troubled.length > 0 ? [trouble(troubled)] : []), ...(well.length > 0 ? [health(well)] : [])];
  return { state, sentence: sentences.join(' ') };
}

/** What may be wrong with a tier that says nothing is unknown: it is named before one that is a little over its bound. */
function rankOf({ health: { state } }: NamedHealth): number {
  return state === 'silent' ? urgencyOf('warning') - 0.5 : urgencyOf(state);
}

function trouble(tiers: readonly NamedHealth[]): string {
  // A fourth one is named in the room that its mention would take.
  const count = tiers.length === MOST_NAMED + 1 ? tiers.length : MOST_NAMED;
  const named = tiers.slice(0, count).map(({ name, health }) => {
    const [worst] = health.reasons;
    return `${name} tier ${worst?.text ?? 'is not well'}`;
  });
  const more = tiers.length - named.length;
  return `${named.join('; ')}${more > 0 ? `; and ${more} more ${more === 1 ? 'tier needs' : 'tiers need'} a look` : ''}.`;
}

function health(names: readonly string[]): string {
  if (names.length === 1) {
    return `${names[0]} tier is well.`;
  }
  return `${listOf(names)} are well.`;
}

/** `a, b and c`. */
export function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
