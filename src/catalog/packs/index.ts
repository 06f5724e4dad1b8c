import { type System } from '../types';
import { accelerapp } from './accelerapp';
import { enis } from './enis';
import { miniMarket } from './mini-market';
import { obsStandards } from './obs-standards';
import { somaAgent } from './soma-agent';

/** The systems that Watchkeeper knows from the start. */
export const builtInSystems: readonly System[] = [enis, miniMarket, somaAgent, accelerapp, obsStandards];
