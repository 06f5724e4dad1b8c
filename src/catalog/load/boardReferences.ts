import { type Board, type Panel } from '../types';
import { expectKnown, type Known, type Report } from './known';

/** Checks that a board's panels name signals, services, log schemas and inputs that exist. */
export function checkBoard(board: Board, path: string, known: Known, report: Report) {
  const inputs = new Set(board.inputs?.map(({ id }) => id));
  board.rows.forEach(({ panels }, row) =>
    panels.forEach((panel, index) => checkPanel(panel, `${path}.rows[${row}].panels[${index}]`, known, inputs, report))
  );
}

function checkPanel(panel: Panel, path: string, known: Known, inputs: Set<string>, report: Report) {
  panel.queries?.forEach(({ signal }, index) =>
    expectKnown(known.signals, signal, `${path}.queries[${index}].signal`, 'signal', report)
  );
  const { logs } = panel;
  if (!logs) {
    return;
  }
  expectKnown(known.logSchemas, logs.schema, `${path}.logs.schema`, 'log schema', report);
  logs.where?.forEach(({ input }, index) => {
    if (input !== undefined) {
      expectKnown(inputs, input, `${path}.logs.where[${index}].input`, 'input of this board', report);
    }
  });
}
