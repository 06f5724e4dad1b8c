/** Where telemetry passes on its way from an application to a person, in this order. */
export const STACK_STAGES = ['source', 'collect', 'store', 'use', 'notify'] as const;
export type StackStage = (typeof STACK_STAGES)[number];

/** A part of what watches a system. */
export interface StackPart {
  id: string;
  name: string;
  stage: StackStage;
  /** Ids of the parts that it hands telemetry to; they stand in the next stage. */
  feeds?: readonly string[] | undefined;
  /** Step of the checklist whose checks say how the part is; without one, nothing measures it. */
  step?: string | undefined;
  /** What it is, or why nothing measures it. */
  description?: string | undefined;
}

/** What watches a system, and how to tell that it does. */
export interface Stack {
  /** Id of the runbook whose steps are the checklist, in the order in which the stack is brought up. */
  runbook: string;
  /** Share of requests whose trace is to be kept, 0..1. */
  sampledRatio?: number | undefined;
  parts: readonly StackPart[];
}
