import { css } from '@emotion/css';
import {
  dateTimeFormat,
  formattedValueToString,
  getValueFormat,
  type GrafanaTheme2,
  type IconName,
} from '@grafana/data';
import { LinkButton, Stack, TextLink, useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { pageUrl, runbookUrl } from '../../app/navigation';
import { StateBadge } from '../../components/StateBadge';
import { countOf, formatDuration } from '../../domain/format/format';
import { type InventoryRow } from '../../domain/services/inventory';
import { type ServiceSubject } from './serviceSubject';
import { type ServiceStatus, sinceOf, useServiceStatus } from './useServiceStatus';

/** How a service is, since when, whose it is, and where to look next: the same on each of its tabs. */
export function ServiceHeader({ subject }: { subject: ServiceSubject }) {
  const styles = useStyles2(getStyles);
  const status = useServiceStatus(subject);
  const { search } = useLocation();
  const { system, service, memberOf } = subject;
  const team = system.teams.find(({ id }) => id === service.team);
  return (
    <div className={styles.header} data-testid="service-header">
      {service.description && <div className={styles.description}>{service.description}</div>}
      <div className={styles.line}>
        <dl className={styles.facts}>
          <Fact title="State">
            <State status={status} />
          </Fact>
          <Fact title="Since">{status.own ? <Since row={status.own} nowMs={status.askedAtMs} /> : '–'}</Fact>
          <Fact title="Owner">
            {team?.name ?? service.team}
            {team?.contact && <span className={styles.secondary}> {team.contact}</span>}
          </Fact>
          <Fact title="System">{system.name}</Fact>
          {memberOf && (
            <Fact title="Part of">
              <TextLink href={pageUrl('services', [system.id, memberOf.id], search)}>{memberOf.name}</TextLink>
            </Fact>
          )}
        </dl>
        <Stack gap={1} wrap="wrap">
          {nextLinks(subject, status.own, search).map(({ title, href, icon }) => (
            <LinkButton key={title} variant="secondary" size="sm" icon={icon} href={href}>
              {title}
            </LinkButton>
          ))}
        </Stack>
      </div>
    </div>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.fact}>
      <dt className={styles.secondary}>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function State({ status: { own, isLoading, problem } }: { status: ServiceStatus }) {
  const styles = useStyles2(getStyles);
  if (!own) {
    return isLoading ? 'Looking …' : <StateBadge state="no-data" title={problem} />;
  }
  return (
    <span className={styles.state}>
      <StateBadge state={own.state} title={own.because} />
      {becauseOf(own)}
    </span>
  );
}

/** What the state comes from; a signal with its value. */
function becauseOf({ because, values }: InventoryRow): string | undefined {
  const measured = Object.values(values).find(({ signal, state }) => state !== 'ok' && signal.title === because);
  return measured?.value === undefined
    ? because
    : `${because} ${formattedValueToString(getValueFormat(measured.signal.unit)(measured.value))}`;
}

function Since({ row, nowMs }: { row: InventoryRow; nowMs: number }) {
  const since = sinceOf(row);
  if (!since) {
    return row.firing ? 'nothing fires' : 'not known';
  }
  if (since.sinceMs === undefined) {
    return <span title={since.because}>longer than the time range</span>;
  }
  const moment = new Date(since.sinceMs);
  return (
    <time dateTime={moment.toISOString()} title={since.because}>
      {formatDuration(nowMs - since.sinceMs)} ({dateTimeFormat(moment, { format: 'HH:mm' })})
    </time>
  );
}

interface NextLink {
  title: string;
  href: string;
  icon: IconName;
}

/** What one needs next: slow traces, log lines, and what to do (the runbook of what fires, else the alerts). */
function nextLinks({ system, service }: ServiceSubject, row: InventoryRow | undefined, search: string): NextLink[] {
  const tab = (name: string) => pageUrl('services', [system.id, service.id, name], search);
  const known = row?.firing?.alerts.flatMap((alert) => {
    const runbook = system.alerts?.find(({ name }) => name === alert.name)?.runbook;
    return runbook === undefined ? [] : [{ alert, runbook }];
  });
  const [urgent] = known ?? [];
  return [
    { title: 'Slow traces', href: tab('operations'), icon: 'gf-traces' },
    { title: 'Log lines', href: tab('logs'), icon: 'gf-logs' },
    urgent
      ? {
          title: 'Runbook',
          href: runbookUrl(
            system.id,
            urgent.runbook,
            {
              alert: urgent.alert.name,
              labels: urgent.alert.labels,
              startMs: urgent.alert.activeAtMs ?? undefined,
            },
            search
          ),
          icon: 'book-open',
        }
      : {
          title: row?.firing?.count ? countOf(row.firing.count, 'alert') : 'Alerts',
          href: tab('alerts'),
          icon: 'bell',
        },
  ];
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), color: theme.colors.text.primary }),
  description: css({ color: theme.colors.text.secondary }),
  line: css({
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-end',
    gap: theme.spacing(1, 3),
  }),
  facts: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 4), margin: 0, minWidth: 0 }),
  fact: css({
    minWidth: 0,
    dd: { margin: 0, overflowWrap: 'anywhere' },
    dt: { fontWeight: theme.typography.fontWeightRegular },
  }),
  secondary: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  state: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(1), overflowWrap: 'anywhere' }),
});
