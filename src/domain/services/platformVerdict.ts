import { type HealthState } from '../health/states';

interface Judged {
  name: string;
  systemName: string;
  state: HealthState;
}

/** One sentence about the components, and whether it is good news. */
export interface PlatformVerdict {
  state: HealthState;
  text: string;
}

const TROUBLE: readonly HealthState[] = ['critical', 'breached', 'warning'];
const UNKNOWN: readonly HealthState[] = ['silent', 'no-data'];
const NAMED = 3;

/** Says which components need somebody, worst first; what is unknown counts as unknown, not as well. */
export function platformVerdict(rows: readonly Judged[]): PlatformVerdict {
  const bad = rows.filter(({ state }) => TROUBLE.includes(state));
  const unknown = rows.filter(({ state }) => UNKNOWN.includes(state)).length;
  const rest = unknown > 0 ? ` ${unknown} ${unknown === 1 ? 'says' : 'say'} nothing.` : '';
  const [worst] = bad;
  if (worst) {
    const names = bad.slice(0, NAMED).map(({ name, systemName }) => `${name} (${systemName})`);
    const more = bad.length > NAMED ? ` and ${bad.length - NAMED} more` : '';
    const need = bad.length === 1 ? 'needs' : 'need';
    return {
      state: worst.state,
      text: `${bad.length} of ${rows.length} components ${need} a look: ${names.join(', ')}${more}.${rest}`,
    };
  }
  return unknown > 0
    ? { state: 'no-data', text: `Nothing is wrong with what is known of ${rows.length} components.${rest}` }
    : { state: 'ok', text: `All ${rows.length} components are within their bounds.` };
}
