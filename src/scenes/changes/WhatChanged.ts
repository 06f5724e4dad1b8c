import { goldenService, goldenServices } from '../../catalog/golden';
import { aliasesOf } from '../../catalog/serviceNames';
import { type Service, type System } from '../../catalog/types';
import { instants } from '../../datasources/prometheus';
import { mapResult, type Result } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { concerns, newestFirst, type Place, subjectOf } from '../../domain/changes/order';
import { type Shift, SHIFT_COLUMNS, shiftsBetween } from '../../domain/changes/shifts';
import { type AlertPeriod, type Change } from '../../domain/changes/types';
import { type Sample } from '../../domain/metrics/types';
import { goldenExpressions, type GoldenService } from '../../domain/services/golden';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';
import { askChanges } from './askChanges';
import { WhatChangedPanel } from './WhatChangedPanel';

const HOUR_MS = 3_600_000;
const SHIFT_WINDOW = '1h';

interface Options {
  system: System;
  /** Absent: everything of the system. */
  service?: Service | undefined;
}

/** What changed in the time range. */
export interface WhatChangedAnswer {
  /** Newest first. */
  events: readonly Change[];
  /** Alerts that fired throughout. */
  throughout: readonly AlertPeriod[];
  /** The last hour against the one before; absent when it could not be read. */
  shifts: readonly Shift[] | undefined;
  unread: readonly string[];
}

/**
 * What changed at a service, or in a system, in the page's time range: deploys, alerts that began or ended, marks that
 * somebody set, and the golden signals that differ most from the hour before. Stands in a `BoardCell` with a height.
 */
export class WhatChanged extends LiveData<WhatChangedAnswer> {
  static Component = WhatChangedPanel;

  private readonly place: Place;
  private readonly golden: readonly GoldenService[];

  constructor(private readonly options: Options) {
    super();
    const { system, service } = options;
    this.place = { system: system.id, service: service?.id, aliases: service && aliasesOf(service) };
    this.golden = service ? [goldenService(system, service)] : goldenServices([system]);
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<WhatChangedAnswer>> {
    const dataSourceUid = metricsDataSource(this).uid;
    const [changes, shifts] = await Promise.all([
      askChanges({ systems: [this.options.system], dataSourceUid, range, signal }),
      this.askShifts(dataSourceUid, range, signal),
    ]);
    return mapResult(changes, ({ unread, ...read }) => ({
      events: newestFirst(read).filter((change) => concerns(subjectOf(change), this.place)),
      throughout: read.alerts.filter(
        (alert) => alert.beganMs === undefined && alert.endedMs === undefined && concerns(alert, this.place)
      ),
      shifts,
      unread,
    }));
  }

  /** Two requests: the last hour of the range, and the hour before it. */
  private async askShifts(dataSourceUid: string, range: TimeWindow, signal: AbortSignal): Promise<Shift[] | undefined> {
    const all = goldenExpressions(this.golden, SHIFT_WINDOW);
    const expressions = Object.fromEntries(
      SHIFT_COLUMNS.flatMap((column) => (all[column] === undefined ? [] : [[column, all[column]]]))
    );
    if (Object.keys(expressions).length === 0) {
      return [];
    }
    const at = async (endMs: number) => {
      const window = { fromMs: endMs - HOUR_MS, toMs: endMs };
      return valuesOf(await instants({ dataSourceUid, expressions, range: window, signal }));
    };
    const [now, before] = await Promise.all([at(range.toMs), at(range.toMs - HOUR_MS)]);
    return now && before && shiftsBetween(this.golden, now, before);
  }
}

function valuesOf(answers: Readonly<Record<string, Result<Sample[]>>>): Record<string, Sample[]> | undefined {
  const read = Object.entries(answers).flatMap(([key, answer]) => (answer.ok ? [[key, answer.value] as const] : []));
  return read.length > 0 ? Object.fromEntries(read) : undefined;
}
