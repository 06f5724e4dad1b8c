import { css } from '@emotion/css';
import { formattedValueToString, getValueFormat, type GrafanaTheme2, type IconName } from '@grafana/data';
import { type SceneComponentProps } from '@grafana/scenes';
import { Icon, PanelChrome, TextLink, useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { sharedSearch } from '../../app/navigation';
import { type Shift } from '../../domain/changes/shifts';
import { type Change } from '../../domain/changes/types';
import { alertWords, changeWords } from '../../domain/changes/words';
import { countOf, formatDuration } from '../../domain/format/format';
import { DifferenceText } from '../../components/DifferenceText';
import { LiveBody } from '../live/LiveBody';
import { type WhatChanged, type WhatChangedAnswer } from './WhatChanged';

const AROUND_MS = 30 * 60_000;
const SHIFTS_SHOWN = 6;

const ICONS: Readonly<Record<Change['what'], IconName>> = {
  deploy: 'rocket',
  'alert-began': 'bell',
  'alert-ended': 'check-circle',
  mark: 'comment-alt',
};

/** The panel: what happened when, newest first, and beside it what the signals did. */
export function WhatChangedPanel({ model }: SceneComponentProps<WhatChanged>) {
  const { answeredAtMs = Date.now() } = model.useState();
  return (
    <PanelChrome
      title="What changed"
      description="Deploys, alerts and marks in the time range; golden signals of its last hour against the hour before."
    >
      <LiveBody live={model} what="changes" fillsPanel>
        {(answer) => <Answer answer={answer} nowMs={answeredAtMs} />}
      </LiveBody>
    </PanelChrome>
  );
}

function Answer({ answer, nowMs }: { answer: WhatChangedAnswer; nowMs: number }) {
  const styles = useStyles2(getStyles);
  const { events, throughout, shifts, unread } = answer;
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="What changed">
      <Column title="In this time range">
        {unread.map((reason) => (
          <p key={reason} className={styles.detail}>
            Not all could be read. {reason}
          </p>
        ))}
        {events.length + throughout.length === 0 && <p>No deploy, no alert that began or ended, and no mark.</p>}
        <ul className={styles.list}>
          {throughout.map((alert) => (
            <li key={JSON.stringify(alert)} className={styles.item}>
              <Icon name="bell" aria-hidden />
              <span className={styles.what}>{alertWords(alert)} fired all the time</span>
            </li>
          ))}
          {events.map((change) => (
            <Event key={JSON.stringify(change)} change={change} nowMs={nowMs} />
          ))}
        </ul>
      </Column>
      <Column title="Against the hour before">
        <Shifts shifts={shifts} />
      </Column>
    </div>
  );
}

function Column({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.column}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </div>
  );
}

function Event({ change, nowMs }: { change: Change; nowMs: number }) {
  const styles = useStyles2(getStyles);
  const { pathname, search } = useLocation();
  const time = new Date(change.timeMs);
  return (
    <li className={styles.item}>
      <Icon name={ICONS[change.what]} aria-hidden />
      <span className={styles.what}>{changeWords(change)}</span>
      <time dateTime={time.toISOString()} title={time.toLocaleString()} className={styles.when}>
        <TextLink href={around(pathname, search, change.timeMs)} inline={false} variant="bodySmall">
          {`${formatDuration(nowMs - change.timeMs)} ago`}
        </TextLink>
      </time>
    </li>
  );
}

/** This page, half an hour before the moment and after it. */
function around(pathname: string, search: string, timeMs: number): string {
  const params = new URLSearchParams(sharedSearch(search));
  params.set('from', new Date(timeMs - AROUND_MS).toISOString());
  params.set('to', new Date(timeMs + AROUND_MS).toISOString());
  return `${pathname}?${params.toString()}`;
}

function Shifts({ shifts }: { shifts: readonly Shift[] | undefined }) {
  const styles = useStyles2(getStyles);
  if (!shifts) {
    return <p>The signals could not be read.</p>;
  }
  if (shifts.length === 0) {
    return <p>No golden signal differs by more than the usual.</p>;
  }
  const more = shifts.length - SHIFTS_SHOWN;
  return (
    <>
      <ul className={styles.list}>
        {shifts.slice(0, SHIFTS_SHOWN).map((shift) => (
          <li key={`${shift.service} ${shift.split} ${shift.signal.title}`} className={styles.item}>
            <span className={styles.what}>
              {shift.signal.title}
              <span className={styles.detail}> {shift.split ?? shift.service}</span>
            </span>
            <span className={styles.numbers}>
              {formatted(shift.before, shift)} → {formatted(shift.now, shift)}
            </span>
            <DifferenceText difference={shift.difference} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.detail}>{countOf(more, 'smaller difference')} not shown.</p>}
    </>
  );
}

function formatted(value: number, { signal }: Shift): string {
  return formattedValueToString(getValueFormat(signal.unit)(value));
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({
    overflow: 'auto',
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignContent: 'flex-start',
    gap: theme.spacing(1, 3),
  }),
  column: css({ flex: '1 1 300px', minWidth: 0 }),
  title: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary, margin: theme.spacing(0.5, 0) }),
  list: css({ listStyle: 'none' }),
  item: css({
    display: 'flex',
    gap: theme.spacing(1),
    alignItems: 'baseline',
    padding: theme.spacing(0.5, 0),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  what: css({ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }),
  detail: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  numbers: css({ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }),
  when: css({ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }),
});
