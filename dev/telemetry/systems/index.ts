import type { SystemModel } from '../model';
import { withSpanMetrics } from '../spans/span-metrics';
import { enis } from './enis';

/** All systems that the generator plays, with the span metrics of their flows. */
export const systems: SystemModel[] = [enis].map(withSpanMetrics);
