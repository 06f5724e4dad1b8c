import { sceneGraph, type SceneObject, TextBoxVariable } from '@grafana/scenes';
import { type BoardInput } from '../../catalog/types';
import { type LogInputs, type LogQuery } from '../../domain/logs/logQuery';

/** Fields of the page's header, one for each input; they stand in the URL like every variable. */
export function inputVariables(inputs: readonly BoardInput[]): TextBoxVariable[] {
  return inputs.map(({ id, label, description }) => new TextBoxVariable({ name: id, label, description, value: '' }));
}

/** The inputs that a question reads. */
export function inputIds({ where = [], part }: LogQuery): string[] {
  return [...where, ...(part?.where ?? [])].flatMap(({ input }) => (input === undefined ? [] : [input]));
}

/** What stands in the page's inputs now. */
export function inputValues(object: SceneObject, ids: readonly string[]): LogInputs {
  return Object.fromEntries(ids.map((id) => [id, String(sceneGraph.lookupVariable(id, object)?.getValue() ?? '')]));
}

/** The labels of inputs that are still empty, as a person is asked for them. */
export function inputLabels(object: SceneObject, ids: readonly string[]): string {
  return ids.map((id) => sceneGraph.lookupVariable(id, object)?.state.label ?? id).join(' and ');
}
