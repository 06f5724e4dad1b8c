import { FieldType, type PanelData } from '@grafana/data';
import { type SceneComponentProps, sceneGraph, SceneObjectBase, type SceneObjectState } from '@grafana/scenes';
import { type Panel } from '../../catalog/types';
import { StateBadge } from '../../components/StateBadge';
import { stateOfValue } from '../../domain/health/states';
import { type Direction, type Thresholds } from '../../domain/signals/types';

interface ValueStateState extends SceneObjectState {
  thresholds: Thresholds;
  direction: Direction;
  description: string | undefined;
}

/** The state of a panel's number in a word beside its title, because a colour alone says nothing to many readers. */
export class ValueState extends SceneObjectBase<ValueStateState> {
  static Component = ValueStateRenderer;

  constructor(
    signal: { thresholds?: Thresholds | undefined; direction?: Direction | undefined },
    panel: Pick<Panel, 'thresholds' | 'direction'>,
    description?: string
  ) {
    super({
      description,
      thresholds: panel.thresholds ?? signal.thresholds ?? {},
      direction: panel.direction ?? signal.direction ?? 'lower-is-better',
    });
  }
}

function ValueStateRenderer({ model }: SceneComponentProps<ValueState>) {
  const { thresholds, direction, description } = model.useState();
  const { data } = sceneGraph.getData(model).useState();
  return <StateBadge state={stateOfValue(lastNumber(data), thresholds, direction)} title={description} compact />;
}

function lastNumber(data: PanelData | undefined): number | undefined {
  const field = data?.series[0]?.fields.find(({ type }) => type === FieldType.number);
  const numbers = field?.values.filter((value): value is number => Number.isFinite(value));
  return numbers?.at(-1);
}
