import { useMemo } from 'react';
import { badSince } from '../../domain/services/badSince';
import { type InventoryRow } from '../../domain/services/inventory';
import { inventoryOf } from '../../scenes/services/inventoryOf';
import { type ServiceSubject } from './serviceSubject';

/** How the service of a page is, as far as is known yet. */
export interface ServiceStatus {
  /** All services of its system, most urgent first. */
  all: readonly InventoryRow[];
  /** Absent while nothing is known, or when nothing could be asked. */
  own?: InventoryRow | undefined;
  isLoading: boolean;
  problem?: string | undefined;
  /** When it was asked, Unix milliseconds. */
  askedAtMs: number;
}

/** Reads what the page has heard about its service. */
export function useServiceStatus({ system, service, memberOf, live }: ServiceSubject): ServiceStatus {
  const { value: measured, error, loading } = live.rows.useState();
  const { value: alerts } = live.alerts.useState();
  const { value: standings } = live.standings.useState();
  const all = useMemo(
    () => (measured ? inventoryOf([system], { measured, alerts, standings }) : []),
    [system, measured, alerts, standings]
  );
  const own =
    all.find((row) =>
      memberOf ? row.service === memberOf.id && row.split === service.id : row.service === service.id
    ) ?? all.find((row) => row.service === service.id);
  return {
    all,
    own,
    isLoading: loading && measured === undefined,
    problem: measured ? undefined : error?.message,
    askedAtMs: measured?.askedAtMs ?? 0,
  };
}

/** Since when the service is as it is, in words' parts: a moment, or "longer than the time range". */
export function sinceOf(
  row: InventoryRow
): { sinceMs?: number | undefined; because: string; isLonger: boolean } | undefined {
  const { firing } = row;
  if (firing?.sinceMs !== undefined) {
    return { sinceMs: firing.sinceMs, because: 'the earliest alert that fires', isLonger: false };
  }
  const { sinceMs, isWholeRange } = badSince(row);
  if (sinceMs === undefined && !isWholeRange) {
    return undefined;
  }
  return { sinceMs, because: `${row.because ?? 'a signal'} passed its bound`, isLonger: isWholeRange };
}
