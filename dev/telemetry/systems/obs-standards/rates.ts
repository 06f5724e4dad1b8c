import { errorRatio, latency, portion, remainder, times, traffic } from '../../kit/rates';
import type { Of } from '../../model';
import { INCIDENT } from './incidents';
import { paymentRoute, userRoutes } from './operations';

/** Business events per second. */
export const sessionsStarted = traffic('obs/sessions', 90);

/** Share of sessions that end in an order; the campaign incident brings visitors who do not buy. */
const conversion: Of<number> = (tMs, world) =>
  (0.043 + 0.004 * world.noise('obs/conversion', tMs)) * (1 - 0.72 * world.incident(INCIDENT.conversionDrop, tMs));

export const paymentAttempts = paymentRoute.operation.ratePerSecond;
export const paymentFailures = portion(paymentAttempts, paymentRoute.operation.errorRatio);
export const ordersCompleted = portion(sessionsStarted, conversion);

export const checkoutsStarted = paymentAttempts;
/** Nine tenths of what the objective of 99.5 % allows are given up. */
const checkoutFailures = errorRatio(0.0041, [[INCIDENT.paymentDeploy, 0.08]]);
export const checkoutsCompleted = remainder(checkoutsStarted, checkoutFailures);

export const registrations = remainder(
  userRoutes.create.operation.ratePerSecond,
  userRoutes.create.operation.errorRatio
);
export const revenuePerSecond = times(ordersCompleted, 42);

/** Seconds until a page is usable. */
export const pageLoad = latency(0.78, 0.5, [[INCIDENT.conversionDrop, 1.15]]);
