import { type Board } from '../../../types';
import { graph, stat } from '../../panels';

const byTool = { by: ['tool_name'], legend: '{{tool_name}}' };
const third = { columns: 8 } as const;

/** Document 002 plans boards and describes none; this one shows what its tool executor measures. */
export const toolExecutorBoard: Board = {
  id: 'tool-executor',
  title: 'SomaAgent tools and sandbox',
  description: 'Executions, failures, policy blocks and what the sandbox uses, by tool.',
  page: 'boards',
  implements: ['SOMA-DASH-03'],
  rows: [
    {
      title: 'Executions',
      panels: [
        graph(
          'executions',
          'Tool executions',
          [{ signal: 'tool-executor.traffic', by: ['tool_name', 'status'], legend: '{{tool_name}} {{status}}' }],
          { ...third, implements: ['SOMA-PANEL-15'] }
        ),
        graph('failure-rate', 'Failed executions', [{ signal: 'tool-executor.error-ratio', ...byTool }], {
          ...third,
          description: 'The line is the alert’s, 10 %.',
          softMax: 0.15,
          implements: ['SOMA-PANEL-15'],
        }),
        graph('duration', 'Duration p95', [{ signal: 'tool-executor.latency-p95', ...byTool }], {
          ...third,
          links: [{ title: 'Slow traces', page: 'traces' }],
          implements: ['SOMA-PANEL-16'],
        }),
        graph(
          'failures-by-type',
          'Failed executions by type',
          [
            {
              signal: 'tool-executor.errors',
              by: ['tool_name', 'error_type'],
              legend: '{{tool_name}} {{error_type}}',
            },
          ],
          { stacked: true, links: [{ title: 'Logs', page: 'logs' }] }
        ),
        graph(
          'policy-blocks',
          'Blocked by policy',
          [{ signal: 'policy.blocks', by: ['tool_name', 'tenant'], legend: '{{tool_name}} {{tenant}}' }],
          { description: 'The line is the alert’s: 10 a second on one instance.', implements: ['SOMA-PANEL-17'] }
        ),
      ],
    },
    {
      title: 'Sandbox',
      panels: [
        stat('sandbox-active', 'Executions in the sandbox', 'tool-executor.sandbox-active', {
          columns: 6,
          heightPx: 300,
          implements: ['SOMA-PANEL-18'],
        }),
        graph('tool-cpu', 'CPU of tools', [{ signal: 'tool-executor.cpu', ...byTool }], {
          columns: 9,
          stacked: true,
          implements: ['SOMA-PANEL-19'],
        }),
        graph('tool-memory', 'Memory of an execution, p95', [{ signal: 'tool-executor.memory-p95', ...byTool }], {
          columns: 9,
          implements: ['SOMA-PANEL-19'],
        }),
      ],
    },
  ],
};
