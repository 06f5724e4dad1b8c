import { EventBusSrv } from '@grafana/data';

/** The page's event bus: alerts, refreshes, theme changes. */
export const appEvents = new EventBusSrv();
