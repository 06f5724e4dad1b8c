import { type Board } from '../../../types';
import { logLines, logTimeline } from '../../panels';

const schema = 'accelerapp';
const correlated = { schema, where: [{ field: 'correlationId', input: 'correlation' }] };
const found = { schema, where: [{ field: 'message', input: 'words' }] };

/** Document 003: its questions to the logs. */
export const logViews: readonly Board[] = [
  {
    id: 'correlation',
    title: 'Lines of a correlation id',
    description: 'Everything that was written for one request, also by the toolchain, which knows no traces.',
    page: 'logs',
    implements: ['ACC-LOGQ-02'],
    inputs: [{ id: 'correlation', label: 'Correlation id', description: 'Of a request, from any line or span.' }],
    rows: [
      {
        panels: [
          logTimeline(
            'correlation-timeline',
            'Lines by service',
            { ...correlated, by: ['service'] },
            { columns: 24, heightPx: 200 }
          ),
          logLines('correlation-lines', 'Lines of the request', {
            ...correlated,
            columns: ['level', 'service', 'message', 'durationMs', 'correlationId', 'traceId'],
          }),
        ],
      },
    ],
  },
  {
    id: 'full-text',
    title: 'Words in messages',
    description: 'Lines whose message has these words, and how many there were.',
    page: 'logs',
    implements: ['ACC-LOGQ-03'],
    inputs: [
      { id: 'words', label: 'Words', description: 'Words of the message, in this order; try completed in the demo.' },
    ],
    rows: [
      {
        panels: [
          logTimeline('text-timeline', 'Lines by level', { ...found, by: ['level'] }, { columns: 24, heightPx: 240 }),
          logLines('text-lines', 'Lines with these words', {
            ...found,
            columns: ['level', 'service', 'message', 'durationMs', 'correlationId', 'traceId'],
          }),
        ],
      },
    ],
  },
];
