import { ERROR_LEVELS } from '../../../../domain/logs/levels';
import { type Board } from '../../../types';
import { logLines, logTimeline } from '../../panels';

const schema = 'enis';
const kernelErrors = [
  { field: 'service', anyOf: ['nops-kernel'] },
  { field: 'level', anyOf: ERROR_LEVELS },
];
const columns = ['level', 'service', 'message', 'durationMs', 'traceId'];

/** Document 000: the questions to the logs of its examples and of its runbook. */
export const logViews: readonly Board[] = [
  {
    id: 'nops-kernel-errors',
    title: 'Errors of NOPS Kernel',
    description: 'The latest 100 errors of the kernel, and how many there were.',
    page: 'logs',
    implements: ['ENIS-LOGQ-01'],
    rows: [
      {
        panels: [
          logTimeline('kernel-errors', 'Errors', { schema, where: kernelErrors }, { columns: 24, heightPx: 200 }),
          logLines('kernel-error-lines', 'Latest errors', {
            schema,
            where: kernelErrors,
            limit: 100,
            columns: ['level', 'message', 'exceptionType', 'tenant', 'correlationId', 'traceId'],
          }),
        ],
      },
    ],
  },
  {
    id: 'trace',
    title: 'Lines of a trace',
    description: 'What all services wrote in one trace, in either field for its id.',
    page: 'logs',
    implements: ['ENIS-LOGQ-02'],
    inputs: [{ id: 'trace', label: 'Trace id', description: 'In any form: a header or a link will do.' }],
    rows: [
      {
        panels: [
          logTimeline(
            'trace-timeline',
            'Lines by service',
            { schema, where: [{ field: 'traceId', input: 'trace' }], by: ['service'] },
            { columns: 24, heightPx: 200 }
          ),
          logLines('trace-lines', 'Lines of the trace', {
            schema,
            where: [{ field: 'traceId', input: 'trace' }],
            limit: 500,
            columns,
          }),
        ],
      },
    ],
  },
  {
    id: 'tenant-execution',
    title: 'A tenant, an execution',
    description: 'What was written for one tenant, and during one execution.',
    page: 'logs',
    implements: ['ENIS-LOGQ-03'],
    inputs: [
      { id: 'tenant_id', label: 'Tenant id', description: 'Try tenant-acme in the demo.' },
      { id: 'execution', label: 'Execution id' },
    ],
    rows: [
      {
        title: 'One tenant',
        panels: [
          logTimeline(
            'tenant-timeline',
            'Lines by level',
            { schema, where: [{ field: 'tenant', input: 'tenant_id' }], by: ['level'] },
            { columns: 24, heightPx: 200 }
          ),
          logLines('tenant-lines', 'Lines of the tenant', {
            schema,
            where: [{ field: 'tenant', input: 'tenant_id' }],
            columns: ['level', 'service', 'message', 'agent', 'correlationId', 'traceId'],
          }),
        ],
      },
      {
        title: 'One execution',
        panels: [
          logLines('execution-lines', 'Lines of the execution', {
            schema,
            where: [{ field: 'execution_id', input: 'execution' }],
            columns: ['level', 'service', 'message', 'tenant', 'durationMs', 'traceId'],
          }),
        ],
      },
    ],
  },
];
