import { type Board } from '../../../types';

/** Document 004, SLO report: how many objectives are in which state, and what is left of each budget. */
export const sloReportBoard: Board = {
  id: 'slo-report',
  title: 'SLO report of the standard',
  description: 'How many objectives hold, what is left of their error budgets, and how fast it goes.',
  page: 'boards',
  implements: ['OBS-DASH-02'],
  rows: [
    {
      panels: [
        {
          id: 'slo-status',
          title: 'Objectives by state',
          description:
            'Warning: a quarter of the error budget is left. Critical: a tenth. Breached: none. At risk are the first two.',
          kind: 'slo-status',
          columns: 10,
          heightPx: 220,
          links: [{ title: 'SLOs', page: 'slos' }],
          implements: ['OBS-PANEL-19'],
        },
        {
          id: 'alerts',
          title: 'Alerts now',
          kind: 'firing-alerts',
          columns: 14,
          heightPx: 220,
        },
      ],
    },
    {
      panels: [
        {
          id: 'budgets',
          title: 'Error budgets',
          description:
            'The budget is what the target allows to fail in the window. A burn rate of 1 spends it exactly at the end of the window.',
          kind: 'slo-budgets',
          columns: 24,
          heightPx: 420,
          implements: ['OBS-PANEL-20'],
        },
      ],
    },
  ],
};
