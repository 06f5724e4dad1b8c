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
import { Alert, PanelChrome, useStyles2 } from '@grafana/ui';
import { type Service } from '../../catalog/types';
import { ConditionMessage } from '../../components/ConditionMessage';
import { LiveBody } from '../../scenes/live/LiveBody';
import { type Operations, type ServiceOperations } from '../../scenes/services/ServiceOperations';
import { type ComparedOperations, type OperationComparison } from '../../scenes/anomalies/OperationComparison';
import { ComparisonBasis } from '../../scenes/anomalies/ComparisonBasis';
import { NotableOperations } from '../../scenes/anomalies/NotableOperations';
import { type SlowTraces } from '../../scenes/services/SlowTraces';
import { OperationsTable } from './OperationsTable';
import { SlowTracesPanel } from './SlowTracesPanel';
import { tableStyles } from './tableStyles';

interface OperationsViewState extends SceneObjectState {
  service: Service;
  operations: SceneObjectRef<ServiceOperations>;
  traces: SceneObjectRef<SlowTraces>;
  /** Absent when the service has no name in traces. */
  comparison?: SceneObjectRef<OperationComparison> | undefined;
  /** What the traces are of; empty for all that the service does. */
  operation: string;
}

/** The operations of a service, and the slow traces of the chosen one; the choice is in the URL. */
export class OperationsView extends SceneObjectBase<OperationsViewState> {
  static Component = OperationsViewRenderer;

  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: ['operation'] });

  getUrlState(): SceneObjectUrlValues {
    return { operation: this.state.operation || undefined };
  }

  updateFromUrl({ operation }: SceneObjectUrlValues) {
    this.show(typeof operation === 'string' ? operation : '');
  }

  /** The same one again: all of them. */
  onChoose = (operation: string) =>
    this._urlSync.performBrowserHistoryAction(() => this.show(operation === this.state.operation ? '' : operation));

  private show(operation: string) {
    if (operation !== this.state.operation) {
      this.setState({ operation });
      this.state.traces.resolve().show(operation || undefined);
    }
  }
}

function OperationsViewRenderer({ model }: SceneComponentProps<OperationsView>) {
  const styles = useStyles2(getStyles);
  const { operations, traces, comparison, operation, service } = model.useState();
  return (
    <div className={styles.view}>
      {comparison && (
        <div>
          <PanelChrome title="New or slower than the day before">
            <LiveBody live={comparison.resolve()} what="the comparison">
              {(value) => <Compared value={value} />}
            </LiveBody>
          </PanelChrome>
        </div>
      )}
      <div>
        <PanelChrome
          title="Operations"
          description="Over the whole time range. The share of time is within its kind: what an operation calls is part of its own time."
        >
          <LiveBody live={operations.resolve()} what="operations">
            {(value) => (
              <Body value={value} chosen={operation} onChoose={service.traces ? model.onChoose : undefined} />
            )}
          </LiveBody>
        </PanelChrome>
      </div>
      <div>
        <SlowTracesPanel
          traces={traces.resolve()}
          service={service}
          operation={operation}
          onAll={() => model.onChoose(operation)}
        />
      </div>
    </div>
  );
}

function Compared({ value }: { value: ComparedOperations }) {
  return value.comparisons.length > 0 ? (
    <>
      <NotableOperations comparisons={value.comparisons} windows={value.windows} />
      <ComparisonBasis value={value} />
    </>
  ) : (
    <ConditionMessage icon="minus-circle" title="Nothing to compare">
      There are neither metrics nor traces of its operations in the last hour and the day before.
    </ConditionMessage>
  );
}

interface BodyProps {
  value: Operations;
  chosen: string;
  onChoose: ((operation: string) => void) | undefined;
}

function Body({ value: { rows, from, unread }, chosen, onChoose }: BodyProps) {
  const { note } = useStyles2(tableStyles);
  if (from.kind === 'nothing') {
    return (
      <ConditionMessage icon="cog" title="No operations">
        {from.missing}
      </ConditionMessage>
    );
  }
  return (
    <>
      {unread.length > 0 && (
        <Alert severity="warning" title="Some columns could not be read" topSpacing={0} bottomSpacing={1}>
          {unread.join(' ')}
        </Alert>
      )}
      {rows.length > 0 ? (
        <OperationsTable rows={rows} chosen={chosen} onChoose={onChoose} />
      ) : (
        <ConditionMessage icon="minus-circle" title="No traffic">
          Nothing was called in this time range.
        </ConditionMessage>
      )}
      {from.kind === 'label' && (
        <p className={note}>From the label {from.label} of its own metrics: no spans of it are counted.</p>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // Grafana's panels take all the height that their parent has; in a block of their own that is what they need.
  view: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    minWidth: 0,
    '& > *': { flexShrink: 0 },
  }),
});
