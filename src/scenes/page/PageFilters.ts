import { sceneGraph, type SceneObject, SceneObjectBase, type SceneObjectState } from '@grafana/scenes';
import { type System } from '../../catalog/types';
import { isAbortError } from '../../datasources/errors';
import { labelValues } from '../../datasources/prometheus';
import { renderSelector } from '../../domain/promql/matchers';
import { type LabelFilter } from '../../domain/signals/filters';
import { metricsDataSource } from '../variables/dataSources';
import { chosenValues, LabelFilterVariable } from '../variables/LabelFilterVariable';

interface PageFiltersState extends SceneObjectState {
  /** Metrics that carry a label, for the labels of the chosen filters. */
  carriers: Readonly<Record<string, ReadonlySet<string>>>;
  /** Asking which metrics carry the labels. */
  loading: boolean;
}

/**
 * What the page's filters mean for each system: knows which metrics carry a label as soon as one is filtered by. Stands
 * in a page's `$behaviors`; asks one question for each label that is filtered by.
 */
export class PageFilters extends SceneObjectBase<PageFiltersState> {
  private running: AbortController | undefined;

  constructor(private readonly systems: readonly System[]) {
    super({ carriers: {}, loading: false });
    this.addActivationHandler(() => {
      for (const variable of this.variables()) {
        this._subs.add(variable.subscribeToState(() => this.update()));
      }
      this.update();
      return () => this.running?.abort();
    });
  }

  /** The filters of a system's metrics; `undefined` while it is not known which metrics they concern. */
  filtersOf(system: System): readonly LabelFilter[] | undefined {
    const filters: LabelFilter[] = [];
    for (const variable of this.variables()) {
      const values = chosenValues(variable);
      if (values) {
        const role = variable.state.name;
        const label = system.filterLabels?.[role as keyof typeof system.filterLabels];
        const carriers = label === undefined ? new Set<string>() : this.state.carriers[label];
        if (!carriers) {
          return undefined;
        }
        filters.push({ role, label, values, carriers });
      }
    }
    return filters;
  }

  /** What the page is filtered by. */
  chosen(): Array<{ role: string; values: readonly string[] }> {
    return this.variables().flatMap((variable) => {
      const values = chosenValues(variable);
      return values ? [{ role: variable.state.name, values }] : [];
    });
  }

  private variables(): LabelFilterVariable[] {
    const all = sceneGraph.getVariables(this).state.variables;
    return all.filter((variable) => variable instanceof LabelFilterVariable);
  }

  private update() {
    const wanted = this.variables().filter((variable) => chosenValues(variable));
    const labels = wanted.flatMap((variable) => variable.state.labels.map(({ label }) => label));
    const missing = [...new Set(labels)].filter((label) => !this.state.carriers[label]);
    this.running?.abort();
    this.running = new AbortController();
    if (missing.length > 0) {
      this.setState({ loading: true });
      void this.learn(missing, this.running.signal);
    } else {
      // Those who listen look at the variables themselves.
      this.setState({ loading: false });
    }
  }

  private async learn(labels: readonly string[], signal: AbortSignal) {
    const { from, to } = sceneGraph.getTimeRange(this).state.value;
    const range = { fromMs: from.valueOf(), toMs: to.valueOf() };
    const dataSourceUid = metricsDataSource(this).uid;
    try {
      const answers = await Promise.all(
        labels.map((label) =>
          labelValues({ dataSourceUid, label: '__name__', range, signal, selectors: this.carrying(label) })
        )
      );
      if (!signal.aborted) {
        // When it cannot be known, nothing is narrowed, and the panels say so.
        const learnt = labels.map((label, index) => [label, new Set(valueOf(answers[index]))] as const);
        this.setState({ carriers: { ...this.state.carriers, ...Object.fromEntries(learnt) }, loading: false });
      }
    } catch (error) {
      if (!isAbortError(error)) {
        throw error;
      }
    }
  }

  private carrying(label: string): string[] {
    const ids = this.systems.filter(({ filterLabels = {} }) => Object.values(filterLabels).includes(label));
    const where = { system: { anyOf: ids.map(({ id }) => id) }, [label]: { not: '' } };
    return [renderSelector({ metric: 'x', where }).slice(1)];
  }
}

function valueOf(answer: Awaited<ReturnType<typeof labelValues>> | undefined): readonly string[] {
  return answer?.ok ? answer.value : [];
}

/** The filters of the page that `object` is on; `undefined` where a page has none. */
export function pageFilters(object: SceneObject): PageFilters | undefined {
  const behaviours = object.state.$behaviors ?? [];
  const found = behaviours.find((behaviour) => behaviour instanceof PageFilters);
  return found ?? (object.parent ? pageFilters(object.parent) : undefined);
}
