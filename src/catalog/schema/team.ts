import * as z from 'zod/mini';
import { type Rotation } from '../../domain/onCall/types';
import { isLocalTime, wallOf } from '../../domain/onCall/zonedTime';
import { isTimeZone } from '../../domain/time/wallClock';
import { type Team } from '../types';
import { id, requirementIds, title } from './primitives';
import { integer, list, nonEmptyList } from './shapes';

const localTime = z
  .string()
  .check(z.refine(isLocalTime, { error: 'must be a local time such as "2026-01-05T09:00", in quotes' }));

const rotation: z.ZodMiniType<Rotation> = z
  .strictObject({
    people: nonEmptyList(title, 'must name somebody'),
    startsAt: z.optional(localTime),
    timeZone: z.optional(
      z.string().check(z.refine(isTimeZone, { error: 'must be a time zone such as "Europe/Berlin"' }))
    ),
    days: z.optional(integer(1, 366)),
    overrides: z.optional(
      list(
        z.strictObject({ person: title, from: localTime, to: localTime }).check(
          z.refine(({ from, to }) => !(wallOf(to) <= wallOf(from)), {
            path: ['to'],
            error: 'must be later than "from"',
          })
        )
      )
    ),
  })
  .check(
    z.refine(({ people, startsAt }) => people.length < 2 || startsAt !== undefined, {
      path: ['startsAt'],
      error: 'is needed when several people take turns',
    })
  );

export const team: z.ZodMiniType<Team> = z.strictObject({
  id,
  name: title,
  contact: z.optional(z.string()),
  rotation: z.optional(rotation),
  implements: z.optional(requirementIds),
});
