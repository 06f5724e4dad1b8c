import type { NavModelItem } from '@grafana/data';
import { BehaviorSubject } from 'rxjs';

/** The page that is shown now; the plugin's page tells it, the top bar reads it. */
export const currentPage = new BehaviorSubject<NavModelItem | undefined>(undefined);
