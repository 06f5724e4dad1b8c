import { type Board } from '../../../types';
import { logLines, logTimeline } from '../../panels';

const schema = 'mini-market';
const ofJob = { field: 'service', input: 'job' };
const job = { id: 'job', label: 'Job', description: 'The name of a service; try agente_deposito in the demo.' };
const columns = ['level', 'message', 'durationMs', 'correlationId', 'traceId'];

/**
 * Document 001 asks Loki for `{job="agente_deposito"} |= "error"`: lines of a job whose text has that word, whatever
 * their level.
 */
const errors = { schema, where: [ofJob], lucene: 'message:*error* OR level:error' };
const text = { schema, where: [ofJob, { field: 'message', input: 'words' }] };

export const logViews: readonly Board[] = [
  {
    id: 'job-errors',
    title: 'Errors of a job',
    description: 'Lines of one job that speak of an error, or are one.',
    page: 'logs',
    implements: ['MM-LOGQ-01'],
    inputs: [job],
    rows: [
      {
        panels: [
          logTimeline(
            'job-error-timeline',
            'Lines by level',
            { ...errors, by: ['level'] },
            { columns: 24, heightPx: 200 }
          ),
          logLines('job-error-lines', 'Latest errors of the job', { ...errors, columns }),
        ],
      },
    ],
  },
  {
    id: 'job-text',
    title: 'Text in a job',
    description: 'What the container of one job wrote that has these words.',
    page: 'logs',
    implements: ['MM-LOGQ-02'],
    inputs: [job, { id: 'words', label: 'Words', description: 'Words of the message, in this order.' }],
    rows: [
      {
        panels: [
          logTimeline(
            'job-timeline',
            'Lines of the job',
            { schema, where: [ofJob], by: ['level'] },
            { columns: 12, heightPx: 200 }
          ),
          logTimeline(
            'job-text-timeline',
            'Lines with these words',
            { ...text, by: ['level'] },
            { columns: 12, heightPx: 200 }
          ),
          logLines('job-text-lines', 'Lines with these words', { ...text, columns: ['container', ...columns] }),
        ],
      },
    ],
  },
];
