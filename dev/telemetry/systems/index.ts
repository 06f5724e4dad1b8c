import type { SystemModel } from '../model';
import { withSpanMetrics } from '../spans/span-metrics';
import { accelerapp } from './accelerapp';
import { enis } from './enis';
import { miniMarket } from './mini-market';
import { obsStandards } from './obs-standards';
import { somaAgent } from './soma-agent';

/** All systems that the generator plays, with the span metrics of their flows. */
export const systems: SystemModel[] = [enis, miniMarket, somaAgent, accelerapp, obsStandards].map(withSpanMetrics);
