import { type System } from '../types';
import { accelerapp } from './accelerapp';
import { enis } from './enis';
import { miniMarket } from './mini-market';

/** The systems that Watchkeeper knows from the start. */
export const builtInSystems: readonly System[] = [enis, miniMarket, accelerapp];
