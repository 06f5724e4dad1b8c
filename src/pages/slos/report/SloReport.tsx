import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import {
  type SceneComponentProps,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
  SceneObjectUrlSyncConfig,
  type SceneObjectUrlValues,
} from '@grafana/scenes';
import { Combobox, useStyles2 } from '@grafana/ui';
import { isTimeZone } from '../../../domain/time/wallClock';
import { LiveBody } from '../../../scenes/live/LiveBody';
import { type Month, type MonthReports } from '../../../scenes/reliability/MonthReports';
import { ReportView } from './ReportView';

interface SloReportState extends SceneObjectState {
  /** `2026-11`. */
  month: string;
  zone: string;
  reports: SceneObjectRef<MonthReports>;
}

/** The report of a month, which the URL names. */
export class SloReport extends SceneObjectBase<SloReportState> {
  static Component = SloReportRenderer;

  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: ['month', 'zone'] });

  getUrlState(): SceneObjectUrlValues {
    const { month, zone } = this.state;
    return { month, zone };
  }

  updateFromUrl({ month, zone }: SceneObjectUrlValues) {
    this.show({
      month: typeof month === 'string' && MONTH.test(month) ? month : this.state.month,
      zone: typeof zone === 'string' && isTimeZone(zone) ? zone : this.state.zone,
    });
  }

  show = (change: Partial<Pick<SloReportState, 'month' | 'zone'>>) => {
    const { month, zone } = { ...this.state, ...change };
    if (month === this.state.month && zone === this.state.zone) {
      return;
    }
    this.setState({ month, zone });
    this.state.reports.resolve().show(monthOf(month, zone));
  };
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const MONTHS_OFFERED = 13;

/** A month from the URL's words. */
export function monthOf(month: string, timeZone: string): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { year, month: number, timeZone };
}

/** `2026-11` for a day in November 2026. */
export function monthName(date: Date): string {
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}

function SloReportRenderer({ model }: SceneComponentProps<SloReport>) {
  const styles = useStyles2(getStyles);
  const { month, zone, reports } = model.useState();
  const live = reports.resolve();
  const { loading, value } = live.useState();
  const { done, total } = live.progress.useState();
  return (
    <div className={styles.page}>
      <div className={styles.tools}>
        <Combobox
          aria-label="Month"
          // Grafana 12.2 does not know the label.
          placeholder="Month"
          options={months(month)}
          value={month}
          onChange={(option) => model.show({ month: option.value })}
          width={24}
        />
        <Combobox
          aria-label="Time zone"
          // Grafana 12.2 does not know the label.
          placeholder="Time zone"
          options={zones(zone)}
          value={zone}
          onChange={(option) => model.show({ zone: option.value })}
          width={28}
        />
        {loading && (
          <label className={styles.progress}>
            Reading the month <progress value={done} max={total} /> {done} of {total}
          </label>
        )}
      </div>
      {(value || !loading) && (
        <LiveBody live={live} what="report">
          {(report) => <ReportView report={report} />}
        </LiveBody>
      )}
    </div>
  );
}

function months(chosen: string) {
  const now = new Date();
  const recent = Array.from({ length: MONTHS_OFFERED }, (_, back) =>
    monthName(new Date(now.getFullYear(), now.getMonth() - back, 1))
  );
  return [...new Set([...recent, chosen])].map((value) => ({ value, label: monthLabel(value) }));
}

function monthLabel(month: string): string {
  const { year, month: number } = monthOf(month, 'UTC');
  return new Intl.DateTimeFormat(undefined, { month: 'long', year: 'numeric' }).format(new Date(year, number - 1, 1));
}

function zones(chosen: string) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set(['UTC', own, chosen])].map((value) => ({ value, label: value }));
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), width: '100%' }),
  tools: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  progress: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(1) }),
});
