import { type SceneComponentProps, SceneObjectBase, type SceneObjectState } from '@grafana/scenes';
import { PanelChrome } from '@grafana/ui';
import { type Panel, type System } from '../../catalog/types';
import { ConditionMessage } from '../../components/ConditionMessage';
import { durationMs } from '../../domain/promql/duration';
import { LiveBody } from '../live/LiveBody';
import { FixedSpan } from '../panel/FixedSpan';
import { LogLines, timeZoneOf } from './LogLines';
import { type LogQuestion, logQuestion } from './logSpecs';
import { LinesTable } from './LinesTable';

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

/** A panel of the catalog that lists log lines. */
export function logLinesPanel(panel: Panel, system: System): LogLinesPanel {
  const question = logQuestion(panel, system);
  return new LogLinesPanel({
    title: panel.title,
    description: panel.description,
    question,
    $behaviors: [new LogLines(question)],
    ...(panel.timeFrom ? { $timeRange: new FixedSpan(durationMs(panel.timeFrom)) } : {}),
  });
}

function LogLinesPanelRenderer({ model }: SceneComponentProps<LogLinesPanel>) {
  const { title, description, question } = model.useState();
  return (
    <PanelChrome title={title} description={description}>
      <LiveBody live={model.lines} what="log lines" fillsPanel>
        {({ documents, total, waitsFor }) => {
          if (waitsFor !== undefined) {
            return (
              <ConditionMessage icon="keyboard" title={`${waitsFor}?`}>
                Type it above. Nothing is looked up before.
              </ConditionMessage>
            );
          }
          return documents.length > 0 ? (
            <LinesTable question={question} documents={documents} total={total} timeZone={timeZoneOf(model.lines)} />
          ) : (
            <ConditionMessage icon="minus-circle" title="No lines">
              No log line of this time range matches.
            </ConditionMessage>
          );
        }}
      </LiveBody>
    </PanelChrome>
  );
}
