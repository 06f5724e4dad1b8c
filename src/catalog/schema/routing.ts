import { z } from 'zod';
import { type Inhibition, type Receiver, type Route, type Routing } from '../../domain/alerts/routing/types';
import { duration, id, labelName, matchers, requirementIds } from './primitives';

const receiver: z.ZodType<Receiver> = z.strictObject({
  name: id,
  pagerduty: z.boolean().optional(),
  opsgenie: z.boolean().optional(),
  slack: z
    .array(z.string().regex(/^#[^\s#]+$/, 'must be a channel, e.g. "#alerts"'))
    .readonly()
    .optional(),
  email: z.array(z.email()).readonly().optional(),
});

const route: z.ZodType<Route> = z.lazy(() =>
  z.strictObject({
    matchers: matchers.optional(),
    receiver: id.optional(),
    continue: z.boolean().optional(),
    groupBy: z.array(labelName).readonly().optional(),
    groupWait: duration.optional(),
    groupInterval: duration.optional(),
    repeatInterval: duration.optional(),
    routes: z.array(route).readonly().optional(),
  })
);

const inhibition: z.ZodType<Inhibition> = z.strictObject({
  source: matchers,
  target: matchers,
  equal: z.array(labelName).readonly(),
});

/** Who hears of a system's alerts. Addresses only: a key or a token in here is refused as an unknown field. */
export const routing: z.ZodType<Routing & { implements?: readonly string[] | undefined }> = z.strictObject({
  route,
  receivers: z.array(receiver).readonly(),
  inhibitions: z.array(inhibition).readonly().optional(),
  implements: requirementIds.optional(),
});
