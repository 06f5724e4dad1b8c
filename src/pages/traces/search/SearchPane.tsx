import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, useStyles2 } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { ConditionMessage } from '../../../components/ConditionMessage';
import { type TimeWindow } from '../../../datasources/types';
import { countOf } from '../../../domain/format/format';
import { type Selection, selectTraces } from '../../../domain/traces/found';
import { LiveBody } from '../../../scenes/live/LiveBody';
import { useVisited } from '../useVisited';
import { FindById } from './FindById';
import { type FoundList } from './FoundTraces';
import { ResultTable } from './ResultTable';
import { SearchForm } from './SearchForm';
import { ServiceChoice } from './ServiceChoice';
import { TraceScatter } from './TraceScatter';
import { type TraceSearch } from './TraceSearch';

/** Search by id, search by what a trace did, and what was found. */
export default function SearchPane({ model }: { model: TraceSearch }) {
  const styles = useStyles2(getStyles);
  const { choice, found, services, systems } = model.useState();
  return (
    <div className={styles.page}>
      <FindById />
      <SearchForm choice={choice} services={services.resolve()} choose={model.choose} />
      {choice.service === '' ? (
        <ServiceChoice services={services.resolve()} systems={systems} choose={model.choose} />
      ) : (
        <LiveBody live={found.resolve()} what="traces">
          {(list) => <Found list={list} isCurrent={list.choice === choice} />}
        </LiveBody>
      )}
    </div>
  );
}

function Found({ list, isCurrent }: { list: FoundList; isCurrent: boolean }) {
  const styles = useStyles2(getStyles);
  const [selection, setSelection] = useState<Selection>();
  const { isVisited } = useVisited();
  const shown = useMemo(() => selectTraces(list.traces, selection), [list, selection]);
  const { traces, hasSpans, warnings } = list;
  if (traces.length === 0) {
    return isCurrent ? (
      <ConditionMessage icon="search" title="No traces">
        No trace of {list.choice.service} in this time range matches. Traces may have expired, or were not sampled.
      </ConditionMessage>
    ) : null;
  }
  const failed = traces.filter(({ errorCount = 0 }) => errorCount > 0).length;
  return (
    <div className={styles.page}>
      {!hasSpans && (
        <Alert severity="info" title="Errors and spans are not known" topSpacing={0} bottomSpacing={0}>
          This trace store answers searches without spans. A duration is that of the first span.
        </Alert>
      )}
      <TraceScatter traces={traces} range={drawnRange(list)} selection={selection} onSelect={setSelection} />
      <div className={styles.line}>
        <span role="status">
          {selection ? `${shown.length} of ` : ''}
          {countOf(traces.length, 'trace')}
          {hasSpans && `, ${failed} with errors`}. {warnings.map(({ message }) => message).join(' ')}
        </span>
        {selection && (
          <Button size="sm" variant="secondary" icon="times" onClick={() => setSelection(undefined)}>
            Clear the selection
          </Button>
        )}
      </div>
      <ResultTable traces={shown} isVisited={isVisited} />
    </div>
  );
}

/** The newest ones that fit the limit may cover a small part of the range: the rest would be empty without meaning it. */
function drawnRange({ traces, range, warnings }: FoundList): TimeWindow {
  const isCut = warnings.some(({ kind }) => kind === 'truncated');
  const oldestMs = traces.at(-1)?.startTimeMs ?? range.fromMs;
  return isCut ? { fromMs: Math.max(range.fromMs, oldestMs), toMs: range.toMs } : range;
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), flexGrow: 1, minWidth: 0 }),
  line: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(2) }),
});
