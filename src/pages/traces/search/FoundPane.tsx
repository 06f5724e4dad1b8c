import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { type System } from '../../../catalog/types';
import { ConditionMessage } from '../../../components/ConditionMessage';
import { type TimeWindow } from '../../../datasources/types';
import { countOf, formatPercent } from '../../../domain/format/format';
import { foundFacts, orderTraces, type Selection, selectTraces, type TraceOrder } from '../../../domain/traces/found';
import { samplingWords } from '../../../domain/traces/sampling';
import { sampledRatioOf } from '../logSources';
import { useVisited } from '../useVisited';
import { type FoundList } from './FoundTraces';
import { LinesNote } from './LinesNote';
import { ResultTable } from './ResultTable';
import { type SearchChoice } from './searchChoice';
import { TraceScatter } from './TraceScatter';

interface Props {
  list: FoundList;
  systems: readonly System[];
  choice: SearchChoice;
  choose: (change: Partial<SearchChoice>) => void;
}

const ORDERS: Array<{ value: TraceOrder; label: string; description?: string }> = [
  { value: 'newest', label: 'Newest first' },
  { value: 'worst', label: 'Worst first', description: 'Failed ones, then the longest' },
];

/** What was found: over time, in words, and as a list. */
export function FoundPane({ list, systems, choice, choose }: Props) {
  const styles = useStyles2(getStyles);
  const [selection, setSelection] = useState<Selection>();
  const { isVisited } = useVisited();
  const { traces, hasSpans, lines } = list;
  const shown = useMemo(
    () => orderTraces(selectTraces(traces, selection), choice.order),
    [traces, selection, choice.order]
  );
  if (traces.length === 0) {
    return (
      <>
        {lines && <LinesNote lines={lines} />}
        {list.choice === choice && <NoTraces list={list} />}
      </>
    );
  }
  return (
    <div className={styles.page}>
      {lines && <LinesNote lines={lines} />}
      {!hasSpans && (
        <Alert severity="info" title="Errors and spans are not known" topSpacing={0} bottomSpacing={0}>
          This trace store answers searches without spans. A duration is that of the first span.
        </Alert>
      )}
      <TraceScatter traces={traces} range={drawnRange(list)} selection={selection} onSelect={setSelection} />
      <div className={styles.line}>
        <span role="status" className={styles.summary}>
          {selection ? `${shown.length} of ` : ''}
          {summary(list, systems)}
        </span>
        {selection && (
          <Button size="sm" variant="secondary" icon="times" onClick={() => setSelection(undefined)}>
            Clear the selection
          </Button>
        )}
        <RadioButtonGroup
          aria-label="Order"
          size="sm"
          options={ORDERS}
          value={choice.order}
          onChange={(order) => choose({ order })}
        />
      </div>
      <ResultTable key={choice.order} traces={shown} isVisited={isVisited} />
    </div>
  );
}

function NoTraces({ list: { choice, lines } }: { list: FoundList }) {
  return (
    <ConditionMessage icon="search" title="No traces">
      {lines === undefined
        ? `No trace of ${choice.service} in this time range matches. Traces may have expired, or were not sampled.`
        : lines.lineCount === 0
          ? 'No log line of this time range matches and names a trace.'
          : 'None of the traces that the lines name is in the trace store: they have expired, or were not sampled.'}
    </ConditionMessage>
  );
}

/** How many there are, how many failed, whether the context is carried from service to service, and what is missing. */
function summary({ traces, hasSpans, choice, lines, warnings }: FoundList, systems: readonly System[]): string {
  const { failedCount, spanningCount, brokenCount } = foundFacts(traces);
  const services = lines ? traces.flatMap((trace) => trace.services ?? []) : [choice.service];
  const isAll = lines === undefined && warnings.length === 0;
  const facts = [
    countOf(traces.length, 'trace'),
    ...(hasSpans
      ? [
          `${failedCount} with errors`,
          `${formatPercent(spanningCount / traces.length, 0)} of more than one service`,
          ...(brokenCount > 0 ? [`${brokenCount} with spans whose parent is missing`] : []),
        ]
      : []),
  ];
  return [
    `${facts.join(', ')}.`,
    samplingWords(traces.length, sampledRatioOf(systems, services), isAll),
    choice.order === 'worst' && hasSpans && lines === undefined ? 'Failed ones were looked for apart.' : undefined,
    ...warnings.map(({ message }) => message),
  ]
    .filter((words) => words !== undefined)
    .join(' ');
}

/** The newest ones that fit the limit may cover a small part of the range: the rest would be empty without meaning it. */
function drawnRange({ traces, range, lines, warnings }: FoundList): TimeWindow {
  const isCut = lines !== undefined || warnings.some(({ kind }) => kind === 'truncated');
  const oldestMs = traces.reduce((oldest, { startTimeMs }) => Math.min(oldest, startTimeMs), range.toMs);
  return isCut ? { fromMs: lines ? oldestMs : Math.max(range.fromMs, oldestMs), toMs: range.toMs } : range;
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), flexGrow: 1, minWidth: 0 }),
  line: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 2) }),
  summary: css({ flexGrow: 1 }),
});
