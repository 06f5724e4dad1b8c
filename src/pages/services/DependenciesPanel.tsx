import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { Alert, LoadingPlaceholder, PanelChrome } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { ConditionMessage } from '../../components/ConditionMessage';
import { type KnownService, type Neighbour, neighboursOf } from '../../domain/dependencies/merge';
import { type HealthState } from '../../domain/health/states';
import { type InventoryRow } from '../../domain/services/inventory';
import { type ServiceDependencies } from '../../scenes/services/ServiceDependencies';
import { DependencyGraph, type GraphNode } from './DependencyGraph';
import { DependencyList } from './DependencyList';
import { type ServiceSubject } from './serviceSubject';
import { useServiceStatus } from './useServiceStatus';

interface DependenciesPanelState extends SceneObjectState {
  subject: ServiceSubject;
  graph: SceneObjectRef<ServiceDependencies>;
}

/** Who calls the service and whom it calls, from the catalog and from traces. */
export class DependenciesPanel extends SceneObjectBase<DependenciesPanelState> {
  static Component = DependenciesPanelRenderer;
}

function DependenciesPanelRenderer({ model }: SceneComponentProps<DependenciesPanel>) {
  const { subject, graph } = model.useState();
  const traced = graph.resolve().useState();
  const { all, own } = useServiceStatus(subject);
  const { search } = useLocation();
  const { system, service, memberOf } = subject;
  const members = all.flatMap(({ split }) => (split === undefined ? [] : [{ id: split, name: split }]));
  const { upstream, downstream } = neighboursOf({
    centre: knownService(service),
    known: [...system.services.map(knownService), ...members],
    graph: traced.value,
  });
  const nodeOf = (neighbour: Neighbour): GraphNode => ({
    ...neighbour,
    state: neighbour.isInCatalog ? stateOf(all, neighbour.id) : undefined,
    href: neighbour.isInCatalog ? pageUrl('services', [system.id, neighbour.id], search) : undefined,
  });
  const [callers, called] = [upstream.map(nodeOf), downstream.map(nodeOf)];
  const isEmpty = callers.length + called.length === 0;
  return (
    <PanelChrome title="Dependencies" description="Who calls it, and whom it calls, in the time range.">
      {traced.error && (
        <Alert severity="info" title="Only what the catalog knows" topSpacing={0} bottomSpacing={1}>
          {traced.error.message}
        </Alert>
      )}
      {isEmpty && traced.loading && traced.value === undefined && <LoadingPlaceholder text="Loading dependencies" />}
      {isEmpty && !(traced.loading && traced.value === undefined) && (
        <ConditionMessage icon="question-circle" title="No dependencies">
          {emptyText(service.traces?.service, memberOf?.name)}
        </ConditionMessage>
      )}
      {!isEmpty && (
        <>
          <DependencyGraph name={service.name} state={own?.state} upstream={callers} downstream={called} />
          <DependencyList upstream={callers} downstream={called} />
        </>
      )}
    </PanelChrome>
  );
}

function emptyText(traceName: string | undefined, memberOf: string | undefined): string {
  const catalog = memberOf ? `The catalog knows ${memberOf} as a whole only` : 'The catalog names none';
  return traceName === undefined
    ? `${catalog}, and no name of it in traces.`
    : `${catalog}, and no trace of this time range has a call to or from ${traceName}.`;
}

function knownService({ id, name, dependsOn, traces }: ServiceSubject['service']): KnownService {
  return { id, name, dependsOn, traceName: traces?.service };
}

function stateOf(all: readonly InventoryRow[], id: string): HealthState | undefined {
  return all.find(({ service, split }) => (split ?? service) === id)?.state;
}
