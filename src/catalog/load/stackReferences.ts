import { STACK_STAGES } from '../../domain/stack/types';
import { type System } from '../types';
import { expectKnown, type Report } from './known';

/** Finds parts of a stack that feed nothing known or feed backwards, and steps that its checklist does not have. */
export function checkStack({ stack, runbooks }: System, report: Report) {
  if (!stack) {
    return;
  }
  expectKnown(new Set(runbooks?.map(({ id }) => id)), stack.runbook, 'stack.runbook', 'runbook', report);
  const steps = new Set(runbooks?.find(({ id }) => id === stack.runbook)?.steps.map(({ id }) => id));
  const ids = stack.parts.map(({ id }) => id);
  stack.parts.forEach(({ id, stage, step, feeds = [] }, index) => {
    const path = `stack.parts[${index}]`;
    if (ids.indexOf(id) !== index) {
      report(`${path}.id`, `"${id}" occurs twice`);
    }
    if (step !== undefined) {
      expectKnown(steps, step, `${path}.step`, 'step of the checklist', report);
    }
    feeds.forEach((fed, at) => {
      expectKnown(new Set(ids), fed, `${path}.feeds[${at}]`, 'part', report);
      const next = stack.parts.find((part) => part.id === fed)?.stage;
      if (next !== undefined && STACK_STAGES.indexOf(next) !== STACK_STAGES.indexOf(stage) + 1) {
        report(`${path}.feeds[${at}]`, `"${fed}" does not stand in the stage after "${stage}"`);
      }
    });
  });
}
