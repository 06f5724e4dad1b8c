import * as z from 'zod/mini';
import { type Inhibition, type Receiver, type Route, type Routing } from '../../domain/alerts/routing/types';
import { duration, id, labelName, matchers, requirementIds } from './primitives';
import { list } from './shapes';

const receiver: z.ZodMiniType<Receiver> = z.strictObject({
  name: id,
  pagerduty: z.optional(z.boolean()),
  opsgenie: z.optional(z.boolean()),
  slack: z.optional(list(z.string().check(z.regex(/^#[^\s#]+$/, 'must be a channel, e.g. "#alerts"')))),
  email: z.optional(list(z.email())),
});

const route: z.ZodMiniType<Route> = z.lazy(() =>
  z.strictObject({
    matchers: z.optional(matchers),
    receiver: z.optional(id),
    continue: z.optional(z.boolean()),
    groupBy: z.optional(list(labelName)),
    groupWait: z.optional(duration),
    groupInterval: z.optional(duration),
    repeatInterval: z.optional(duration),
    routes: z.optional(list(route)),
  })
);

const inhibition: z.ZodMiniType<Inhibition> = z.strictObject({
  source: matchers,
  target: matchers,
  equal: list(labelName),
});

/** Who hears of a system's alerts. Addresses only: a key or a token in here is refused as an unknown field. */
export const routing: z.ZodMiniType<Routing & { implements?: readonly string[] | undefined }> = z.strictObject({
  route,
  receivers: list(receiver),
  inhibitions: z.optional(list(inhibition)),
  implements: z.optional(requirementIds),
});
