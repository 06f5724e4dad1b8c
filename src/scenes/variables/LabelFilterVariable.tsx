import {
  MultiOrSingleValueSelect,
  MultiValueVariable,
  type MultiValueVariableState,
  type SceneComponentProps,
  sceneGraph,
  VariableDependencyConfig,
  type VariableValueOption,
} from '@grafana/scenes';
import { Observable } from 'rxjs';
import { type FilterRole, type System } from '../../catalog/types';
import { isAbortError } from '../../datasources/errors';
import { labelValues } from '../../datasources/prometheus';
import { renderSelector } from '../../domain/promql/matchers';
import { metricsDataSource } from './dataSources';

/** A label and the systems in which it plays the role. */
export interface RoleLabel {
  label: string;
  systems: readonly string[];
}

interface LabelFilterState extends MultiValueVariableState {
  labels: readonly RoleLabel[];
}

/** Narrows a page to some values of a label, which may have another name in each system. All values at first. */
export class LabelFilterVariable extends MultiValueVariable<LabelFilterState> {
  static Component = LabelFilterSelect;

  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: ['prometheus'],
    statePaths: [],
  });

  constructor(name: FilterRole, label: string, labels: readonly RoleLabel[]) {
    super({
      type: 'custom',
      name,
      label,
      labels,
      value: ['$__all'],
      text: ['All'],
      options: [],
      isMulti: true,
      includeAll: true,
      defaultToAll: true,
    });
  }

  getValueOptions(): Observable<VariableValueOption[]> {
    return new Observable((observer) => {
      const controller = new AbortController();
      this.askValues(controller.signal).then(
        (values) => {
          observer.next(values.map((value) => ({ label: value, value })));
          observer.complete();
        },
        (error: unknown) => (isAbortError(error) ? observer.complete() : observer.error(error))
      );
      return () => controller.abort();
    });
  }

  private async askValues(signal: AbortSignal): Promise<string[]> {
    const { from, to } = sceneGraph.getTimeRange(this).state.value;
    const range = { fromMs: from.valueOf(), toMs: to.valueOf() };
    const dataSourceUid = metricsDataSource(this).uid;
    const answers = await Promise.all(
      this.state.labels.map(({ label, systems }) =>
        labelValues({ dataSourceUid, label, range, signal, selectors: systems.map(everythingOf) })
      )
    );
    // A value that is in the URL stays, also when the data source is down.
    return [...new Set(answers.flatMap((answer) => (answer.ok ? answer.value : [])))].sort();
  }
}

/** Chosen values; `undefined` for all. */
export function chosenValues(variable: LabelFilterVariable): readonly string[] | undefined {
  if (variable.hasAllValue()) {
    return undefined;
  }
  const values = [variable.state.value].flat().map(String).filter(Boolean);
  return values.length > 0 ? values : undefined;
}

function everythingOf(system: string): string {
  return renderSelector({ metric: 'x', where: { system } }).slice(1);
}

function LabelFilterSelect({ model }: SceneComponentProps<MultiValueVariable>) {
  return <MultiOrSingleValueSelect model={model} />;
}

const TITLES: Readonly<Record<FilterRole, string>> = {
  environment: 'Environment',
  tenant: 'Tenant',
  instance: 'Instance',
};

/** The filters that some systems can be narrowed by, one for each role that a label of theirs plays. */
export function filterVariables(systems: readonly System[]): LabelFilterVariable[] {
  return (Object.keys(TITLES) as FilterRole[]).flatMap((role) => {
    const labels = new Map<string, string[]>();
    for (const { id, filterLabels } of systems) {
      const label = filterLabels?.[role];
      if (label !== undefined) {
        labels.set(label, [...(labels.get(label) ?? []), id]);
      }
    }
    const found = [...labels].map(([label, ids]) => ({ label, systems: ids }));
    return found.length > 0 ? [new LabelFilterVariable(role, TITLES[role], found)] : [];
  });
}
