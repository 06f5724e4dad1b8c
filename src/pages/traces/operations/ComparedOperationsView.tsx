import {
  type SceneComponentProps,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
  SceneObjectUrlSyncConfig,
  type SceneObjectUrlValues,
  VariableDependencyConfig,
} from '@grafana/scenes';
import { LoadingPlaceholder } from '@grafana/ui';
import { lazy, Suspense } from 'react';
import { type System } from '../../../catalog/types';
import { type OperationComparison } from '../../../scenes/anomalies/OperationComparison';
import { SYSTEM_VARIABLE } from '../../../scenes/variables/systems';

interface ComparedOperationsState extends SceneObjectState {
  comparison: SceneObjectRef<OperationComparison>;
  systems: readonly System[];
  /** Words to find. */
  find: string;
  /** The service's name in traces; empty for all. */
  service: string;
  /** As in the URL: `-calls`. */
  sort: string;
  /** Page of the table, from 1. */
  page: number;
}

/** What the reader chooses; kept in the URL. */
export type ComparedOperationsChoice = Pick<ComparedOperationsState, 'find' | 'service' | 'sort' | 'page'>;

const OperationsPane = lazy(() => import('./OperationsPane'));

/** Every operation of the chosen systems against its own day. */
export class ComparedOperationsView extends SceneObjectBase<ComparedOperationsState> {
  static Component = ComparedOperationsRenderer;

  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: ['find', 'service', 'sort', 'page'] });
  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: [SYSTEM_VARIABLE],
    onReferencedVariableValueChanged: () => this.forceRender(),
  });

  constructor(state: Pick<ComparedOperationsState, 'comparison' | 'systems'>) {
    super({ ...state, find: '', service: '', sort: '', page: 1 });
  }

  getUrlState(): SceneObjectUrlValues {
    const { find, service, sort, page } = this.state;
    return {
      find: find || undefined,
      service: service || undefined,
      sort: sort || undefined,
      page: page > 1 ? String(page) : undefined,
    };
  }

  updateFromUrl(changed: SceneObjectUrlValues) {
    // Only the keys that changed are given.
    const values: SceneObjectUrlValues = { ...this.getUrlState(), ...changed };
    const text = (key: string) => [values[key] ?? ''].flat()[0] ?? '';
    const page = Math.max(1, Math.floor(Number(text('page'))) || 1);
    this.take({ find: text('find'), service: text('service'), sort: text('sort'), page });
  }

  /** Another choice begins with the first page. */
  choose = (change: Partial<ComparedOperationsChoice>) => {
    this._urlSync.performBrowserHistoryAction(() => this.take({ page: 1, ...change }));
  };

  private take(change: Partial<ComparedOperationsChoice>) {
    this.setState(change);
    this.state.comparison.resolve().sample(this.state.service || undefined);
  }
}

function ComparedOperationsRenderer({ model }: SceneComponentProps<ComparedOperationsView>) {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading operations" />}>
      <OperationsPane model={model} />
    </Suspense>
  );
}
