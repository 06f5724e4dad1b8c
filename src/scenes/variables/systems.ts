import { CustomVariable, sceneGraph, type SceneObject } from '@grafana/scenes';
import { type System } from '../../catalog/types';

/** Name of the variable that chooses systems. */
export const SYSTEM_VARIABLE = 'system';

/** Chooses the systems that a page shows; all of them at first. */
export function systemVariable(systems: readonly System[]): CustomVariable {
  return new CustomVariable({
    name: SYSTEM_VARIABLE,
    label: 'System',
    query: systems.map(({ id, name }) => `${name.replaceAll(/[,:]/g, ' ')} : ${id}`).join(', '),
    isMulti: true,
    includeAll: true,
    value: ['$__all'],
    text: ['All'],
  });
}

/** The chosen systems of the page that `object` is on, as ids; `undefined` for all. */
export function chosenSystems(object: SceneObject): readonly string[] | undefined {
  const variable = sceneGraph.lookupVariable(SYSTEM_VARIABLE, object);
  if (!(variable instanceof CustomVariable) || variable.hasAllValue()) {
    return undefined;
  }
  const value = variable.getValue();
  return Array.isArray(value) ? value.map(String) : [String(value)];
}
