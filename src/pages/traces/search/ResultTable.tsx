import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import {
  type CellProps,
  Checkbox,
  type Column,
  Icon,
  InteractiveTable,
  LinkButton,
  TextLink,
  useStyles2,
} from '@grafana/ui';
import { useMemo, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../../app/navigation';
import { formatDuration } from '../../../domain/format/format';
import { type FoundTrace } from '../../../domain/traces/found';
import { formatUs } from '../../../domain/traces/formatUs';

interface Props {
  traces: readonly FoundTrace[];
  isVisited: (traceId: string) => boolean;
}

type Cell = CellProps<FoundTrace>;

const PAGE_SIZE = 25;
const MOST_SERVICES = 4;

/** Found traces, newest first; two of them can be compared. */
export function ResultTable({ traces, isVisited }: Props) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const columns = useMemo(
    (): Array<Column<FoundTrace>> => [
      {
        id: 'choice',
        header: 'Compare',
        cell: ({ row: { original } }: Cell) => (
          <Checkbox
            aria-label={`Compare ${original.traceId}`}
            value={chosen.includes(original.traceId)}
            onChange={() => setChosen((before) => toggled(before, original.traceId))}
          />
        ),
      },
      {
        id: 'operationName',
        header: 'Trace',
        sortType: 'alphanumeric',
        cell: ({ row: { original } }: Cell) => (
          <span>
            <TextLink href={pageUrl('traces', [original.traceId], search)} inline>
              {`${original.serviceName}: ${original.operationName}`}
            </TextLink>{' '}
            {isVisited(original.traceId) && <Icon name="eye" size="sm" title="You have opened it" />}
          </span>
        ),
      },
      {
        id: 'durationMs',
        header: 'Duration',
        sortType: 'number',
        cell: ({ row: { original } }: Cell) => (
          <span className={styles.number}>{formatUs(original.durationMs * 1000)}</span>
        ),
      },
      {
        id: 'errorCount',
        header: 'Errors',
        sortType: 'number',
        cell: ({ row: { original } }: Cell) => (
          <span className={original.errorCount ? styles.failed : styles.number}>{original.errorCount ?? '–'}</span>
        ),
      },
      {
        id: 'spanCount',
        header: 'Spans',
        sortType: 'number',
        cell: ({ row: { original } }: Cell) => <span className={styles.number}>{original.spanCount ?? '–'}</span>,
      },
      {
        id: 'services',
        header: 'Services',
        cell: ({ row: { original } }: Cell) => servicesOf(original),
      },
      {
        id: 'startTimeMs',
        header: 'Began',
        sortType: 'number',
        cell: ({ row: { original } }: Cell) => (
          <span title={`${formatDuration(Date.now() - original.startTimeMs)} ago`}>
            {dateTimeFormat(original.startTimeMs)}
          </span>
        ),
      },
    ],
    [chosen, isVisited, search, styles]
  );
  const [first, second] = chosen;
  return (
    <>
      {first !== undefined && second !== undefined && (
        <div>
          <LinkButton size="sm" variant="secondary" icon="exchange-alt" href={compareUrl(first, second, search)}>
            Compare the two
          </LinkButton>
        </div>
      )}
      <InteractiveTable columns={columns} data={[...traces]} getRowId={({ traceId }) => traceId} pageSize={PAGE_SIZE} />
    </>
  );
}

/** At most two: a third one takes the place of the first. */
function toggled(before: readonly string[], traceId: string): readonly string[] {
  return before.includes(traceId) ? before.filter((id) => id !== traceId) : [...before, traceId].slice(-2);
}

function compareUrl(a: string, b: string, search: string): string {
  const url = pageUrl('traces', [a], search);
  return `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams({ tab: 'compare', compare: b }).toString()}`;
}

function servicesOf({ services }: FoundTrace): string {
  const shown = (services ?? []).slice(0, MOST_SERVICES).join(', ');
  const more = (services?.length ?? 0) - MOST_SERVICES;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

const getStyles = (theme: GrafanaTheme2) => ({
  number: css({ display: 'block', textAlign: 'right', fontVariantNumeric: 'tabular-nums' }),
  failed: css({ display: 'block', textAlign: 'right', color: theme.colors.error.text }),
});
