import { type System } from '../types';
import { enis } from './enis';

/** The systems that Watchkeeper knows from the start. */
export const builtInSystems: readonly System[] = [enis];
