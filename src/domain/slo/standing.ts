import { type Labels, type Sample } from '../metrics/types';
import { type Attainment, attainment, byUrgency } from './attainment';
import { coverageRatio } from './queries';
import { type Slo } from './types';

/** An objective with the system that it belongs to. */
export interface SystemSlo {
  system: string;
  slo: Slo;
}

/** How an objective stands. */
export interface SloStanding extends SystemSlo {
  attainment: Attainment;
}

/** Answers to `sloWindowQueries`; `undefined` when a question failed. */
export interface WindowAnswers {
  badEvents: readonly Sample[] | undefined;
  totalEvents: readonly Sample[] | undefined;
  recordedCounts: readonly Sample[] | undefined;
}

const keyOf = ({ system, slo }: Labels) => `${system}/${slo}`;

function byObjective(samples: readonly Sample[] | undefined): Map<string, number> {
  return new Map(samples?.map(({ labels, value }) => [keyOf(labels), value]));
}

/**
 * Joins event counts to objectives.
 * @param answers by window length in days.
 * @returns one standing for each objective, worst first. An objective whose bad events could not be asked has no data:
 * a failed question must not look like an error-free service.
 */
export function standings(slos: readonly SystemSlo[], answers: ReadonlyMap<number, WindowAnswers>): SloStanding[] {
  const indexed = new Map(
    [...answers].map(([windowDays, { badEvents, totalEvents, recordedCounts }]) => [
      windowDays,
      {
        bad: badEvents && byObjective(badEvents),
        total: byObjective(totalEvents),
        counts: byObjective(recordedCounts),
      },
    ])
  );
  return slos
    .map(({ system, slo }) => {
      const key = keyOf({ system, slo: slo.id });
      const window = indexed.get(slo.windowDays);
      return {
        system,
        slo,
        attainment: attainment(slo, {
          badEvents: window?.bad?.get(key),
          totalEvents: window?.bad ? window.total.get(key) : undefined,
          coverageRatio: coverageRatio(window?.counts.get(key), slo.windowDays),
        }),
      };
    })
    .sort((a, b) => byUrgency(a.attainment, b.attainment));
}
