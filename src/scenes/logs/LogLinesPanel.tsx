import { type SceneComponentProps, SceneObjectBase, type SceneObjectState } from '@grafana/scenes';
import { PanelChrome } from '@grafana/ui';
import { type Panel, type System } from '../../catalog/types';
import { ConditionMessage } from '../../components/ConditionMessage';
import { durationMs } from '../../domain/promql/duration';
import { LiveBody } from '../live/LiveBody';
import { FixedSpan } from '../panel/FixedSpan';
import { logsDataSource } from '../variables/dataSources';
import { LogLines, timeZoneOf } from './LogLines';
import { type LogQuestion, logQuestion } from './logSpecs';
import { LinesTable } from './LinesTable';
import { NoLines } from './NoLines';

interface LogLinesPanelState extends SceneObjectState {
  title: string;
  description: string | undefined;
  question: LogQuestion;
  $behaviors: [LogLines];
}

/** Log lines of a catalog's question, each with its trace. */
class LogLinesPanel extends SceneObjectBase<LogLinesPanelState> {
  static Component = LogLinesPanelRenderer;

  get lines(): LogLines {
    return this.state.$behaviors[0];
  }

  isInViewChanged(isInView: boolean) {
    this.lines.isInViewChanged(isInView);
  }
}

/**
 * A panel of the catalog that lists log lines.
 * @param isTailing new lines appear as they come.
 */
export function logLinesPanel(panel: Panel, system: System, isTailing = false): LogLinesPanel {
  const question = logQuestion(panel, system);
  return new LogLinesPanel({
    title: panel.title,
    description: panel.description,
    question,
    $behaviors: [new LogLines(question, isTailing)],
    ...(panel.timeFrom ? { $timeRange: new FixedSpan(durationMs(panel.timeFrom)) } : {}),
  });
}

function LogLinesPanelRenderer({ model }: SceneComponentProps<LogLinesPanel>) {
  const { title, description, question } = model.useState();
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
          return lines.length > 0 ? (
            <LinesTable
              question={question}
              found={found}
              timeZone={timeZoneOf(model.lines)}
              onOlder={question.query.largestFirst === undefined ? () => void model.lines.loadOlder() : undefined}
            />
          ) : (
            <NoLines question={question} dataSourceUid={logsDataSource(model).uid} />
          );
        }}
      </LiveBody>
    </PanelChrome>
  );
}
