import { type SceneComponentProps, SceneObjectBase, type SceneObjectState } from '@grafana/scenes';
import { LoadingPlaceholder, PanelChrome } from '@grafana/ui';
import { lazy, Suspense } from 'react';
import { type Panel, type System } from '../../catalog/types';
import { ConditionMessage } from '../../components/ConditionMessage';
import { type Kept } from '../../domain/logs/retention';
import { durationMs } from '../../domain/promql/duration';
import { LiveBody } from '../live/LiveBody';
import { FixedSpan } from '../panel/FixedSpan';
import { logsDataSource } from '../variables/dataSources';
import { type LineActions } from './lineActions';
import { GoneNote } from './GoneNote';
import { LogLines, timeRangeOf } from './LogLines';
import { type LogQuestion, logQuestion } from './logSpecs';
import { NoLines } from './NoLines';

interface LogLinesPanelState extends SceneObjectState {
  title: string;
  description: string | undefined;
  question: LogQuestion;
  /** Somebody has chosen the columns: none of them gives way. */
  hasOwnColumns: boolean;
  /** How long the lines of which systems are kept. */
  kept: readonly Kept[];
  actions?: LineActions | undefined;
  $behaviors: [LogLines];
}

const LinesTable = lazy(() => import('./LinesTable'));

/** Log lines of a catalog's question, each with its trace. */
export class LogLinesPanel extends SceneObjectBase<LogLinesPanelState> {
  static Component = LogLinesPanelRenderer;

  get lines(): LogLines {
    return this.state.$behaviors[0];
  }

  isInViewChanged(isInView: boolean) {
    this.lines.isInViewChanged(isInView);
  }

  /** Shows other fields of the same lines. */
  setColumns(columns: readonly string[], hasOwnColumns: boolean) {
    const { question } = this.state;
    this.setState({ question: { ...question, query: { ...question.query, columns } }, hasOwnColumns });
  }
}

/**
 * A panel of the catalog that lists log lines.
 * @param kept for lines of several systems; that of the schema when absent.
 */
export function logLinesPanel(
  panel: Panel,
  system: System,
  { kept, actions }: { kept?: readonly Kept[]; actions?: LineActions } = {}
): LogLinesPanel {
  const question = logQuestion(panel, system);
  const { retentionDays } = question.schema;
  return new LogLinesPanel({
    title: panel.title,
    description: panel.description,
    question,
    // Those that the catalog names are wanted; a page with actions says itself.
    hasOwnColumns: actions === undefined,
    kept: kept ?? (retentionDays === undefined ? [] : [{ name: system.name, days: retentionDays }]),
    actions,
    $behaviors: [new LogLines(question)],
    ...(panel.timeFrom ? { $timeRange: new FixedSpan(durationMs(panel.timeFrom)) } : {}),
  });
}

function LogLinesPanelRenderer({ model }: SceneComponentProps<LogLinesPanel>) {
  const { title, description, question, hasOwnColumns, kept, actions } = model.useState();
  return (
    <PanelChrome title={title} description={description}>
      <LiveBody live={model.lines} what="log lines" fillsPanel>
        {(found) => {
          const { waitsFor, lines } = found;
          if (waitsFor !== undefined) {
            return (
              <ConditionMessage icon="keyboard" title={`${waitsFor}?`}>
                Type it above. Nothing is looked up before.
              </ConditionMessage>
            );
          }
          const range = timeRangeOf(model.lines);
          return (
            <>
              <GoneNote kept={kept} fromMs={range.state.value.from.valueOf()} timeZone={range.getTimeZone()} />
              {lines.length > 0 ? (
                <Suspense fallback={<LoadingPlaceholder text="Loading the list" />}>
                  <LinesTable
                    question={question}
                    found={found}
                    timeZone={range.getTimeZone()}
                    hasOwnColumns={hasOwnColumns}
                    kept={kept}
                    actions={actions}
                    onOlder={question.query.largestFirst === undefined ? () => void model.lines.loadOlder() : undefined}
                  />
                </Suspense>
              ) : (
                <NoLines question={question} dataSourceUid={logsDataSource(model).uid} />
              )}
            </>
          );
        }}
      </LiveBody>
    </PanelChrome>
  );
}
