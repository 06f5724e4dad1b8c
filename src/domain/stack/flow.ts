import { stepVerdict, type Verdicts } from '../runbook/flow';
import { type RunbookStep, type Verdict } from '../runbook/types';
import { STACK_STAGES, type StackPart } from './types';

/** A place in the diagram: column of the stage, and how many parts stand above in it. */
export interface Place {
  column: number;
  row: number;
}

/** A part with its place; `row` may be a half, so that short columns stand in the middle. */
export interface PlacedPart extends Place {
  part: StackPart;
}

export interface Flow {
  parts: readonly PlacedPart[];
  /** From the part that hands telemetry on to the one that takes it. */
  edges: ReadonlyArray<{ from: PlacedPart; to: PlacedPart }>;
  /** Height of the longest column, in parts. */
  rows: number;
}

/** Where the parts of a stack stand, and what connects them. Edges to unknown parts are left out. */
export function stackFlow(parts: readonly StackPart[]): Flow {
  const columns = STACK_STAGES.map((stage) => parts.filter((part) => part.stage === stage));
  const rows = Math.max(0, ...columns.map(({ length }) => length));
  const placed = columns.flatMap((column, at) =>
    column.map((part, index): PlacedPart => ({ part, column: at, row: index + (rows - column.length) / 2 }))
  );
  const edges = placed.flatMap((from) =>
    (from.part.feeds ?? []).flatMap((id) => {
      const to = placed.find(({ part }) => part.id === id);
      return to ? [{ from, to }] : [];
    })
  );
  return { parts: placed, edges, rows };
}

/** How a part is: the verdict of its step; `not-measured` when it has none, undefined while nobody has asked. */
export function partVerdict(
  { step }: StackPart,
  steps: readonly RunbookStep[],
  verdicts: Verdicts
): Verdict | 'not-measured' | undefined {
  const own = steps.find(({ id }) => id === step);
  return own ? stepVerdict(own, verdicts) : 'not-measured';
}
