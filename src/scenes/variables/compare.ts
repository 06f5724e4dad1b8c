import { CustomVariable, sceneGraph, type SceneObject } from '@grafana/scenes';
import { type Comparison, COMPARISONS } from '../../domain/changes/comparison';

/** Name of the variable that chooses an earlier time to compare with. */
export const COMPARE_VARIABLE = 'compare';

const NOTHING = 'nothing';

/** Chooses what the page is compared with; nothing at first. */
export function compareVariable(): CustomVariable {
  return new CustomVariable({
    name: COMPARE_VARIABLE,
    label: 'Compare with',
    query: [`${NOTHING} : ${NOTHING}`, ...COMPARISONS.map(({ id, title }) => `${title} : ${id}`)].join(', '),
    value: NOTHING,
    text: NOTHING,
  });
}

/** What the page of `object` is compared with. */
export function chosenComparison(object: SceneObject): Comparison | undefined {
  const chosen = sceneGraph.lookupVariable(COMPARE_VARIABLE, object)?.getValue();
  return COMPARISONS.find(({ id }) => id === chosen);
}
