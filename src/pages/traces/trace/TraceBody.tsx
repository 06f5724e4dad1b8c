import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Tab, TabsBar, useStyles2 } from '@grafana/ui';
import { useEffect, useMemo } from 'react';
import { type System } from '../../../catalog/types';
import { analysePaths, type TraceAnalysis } from '../../../domain/traces/analysis';
import { findSpan } from '../../../domain/traces/tree';
import { type Trace } from '../../../domain/traces/types';
import { TRACE_TABS, type TraceTab } from '../traceChoice';
import { type TraceLogs } from '../TraceLogs';
import { type TraceView } from '../TraceView';
import { useVisited } from '../useVisited';
import { ComparePane } from './ComparePane';
import { FlamePane } from './FlamePane';
import { serviceColours } from './serviceColours';
import { SpanDetails } from './SpanDetails';
import { StatisticsPane } from './StatisticsPane';
import { TraceHeader } from './TraceHeader';
import { type AttachedLines } from './useAttachedLines';
import { WaterfallPane } from './WaterfallPane';

interface Props {
  trace: Trace;
  analysis: TraceAnalysis;
  model: TraceView;
  logs: TraceLogs;
  attached: AttachedLines;
  systems: readonly System[];
}

const TAB_TITLES: Readonly<Record<TraceTab, string>> = {
  waterfall: 'Waterfall and logs',
  statistics: 'Statistics',
  flame: 'Flame graph',
  compare: 'Compare',
};

/** With less, the details go below. */
const MAIN_WIDTH_PX = 640;

/** Header, tabs, and the details of the chosen span beside them. */
export function TraceBody({ trace, analysis, model, logs, attached, systems }: Props) {
  const styles = useStyles2(getStyles);
  const { choice } = model.useState();
  const { choose } = model;
  const { tree, facts } = analysis;
  const { visit } = useVisited();
  useEffect(() => visit(trace.traceId), [visit, trace.traceId]);
  const paths = useMemo(() => analysePaths(analysis, choice.until), [analysis, choice.until]);
  const colours = useMemo(() => serviceColours(facts.services.map(({ serviceName }) => serviceName)), [facts]);
  const chosen = choice.span === undefined ? undefined : findSpan(tree, choice.span);
  const shared = { analysis, paths, colours, choice, choose };
  return (
    <div className={styles.page}>
      <TraceHeader {...shared} trace={trace} logs={logs} systems={systems} />
      <TabsBar>
        {TRACE_TABS.map((tab) => (
          <Tab key={tab} label={TAB_TITLES[tab]} active={choice.tab === tab} onChangeTab={() => choose({ tab })} />
        ))}
      </TabsBar>
      <div className={styles.columns}>
        <div className={styles.main}>
          {choice.tab === 'waterfall' && <WaterfallPane {...shared} logs={logs} attached={attached} />}
          {choice.tab === 'statistics' && <StatisticsPane {...shared} />}
          {choice.tab === 'flame' && <FlamePane {...shared} />}
          {choice.tab === 'compare' && <ComparePane {...shared} model={model} />}
        </div>
        {chosen && choice.tab !== 'compare' && (
          <SpanDetails {...shared} node={chosen} logs={logs} attached={attached} systems={systems} />
        )}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), flexGrow: 1, minWidth: 0 }),
  columns: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: theme.spacing(1) }),
  main: css({ flex: `3 1 ${MAIN_WIDTH_PX}px`, minWidth: 0 }),
});
