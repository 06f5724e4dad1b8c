import { type IconName } from '@grafana/data';
import { type FailureReason, type PanelCondition } from '../../domain/health/panelCondition';

interface Words {
  icon: IconName;
  title: string;
  text?: string;
  /** Whether asking again can help without a change elsewhere. */
  canRetry: boolean;
}

const FAILURES: Readonly<Record<FailureReason, Omit<Words, 'text'>>> = {
  'no-permission': { icon: 'lock', title: 'No permission', canRetry: false },
  'not-found': { icon: 'database', title: 'Data source not found', canRetry: false },
  'not-configured': { icon: 'cog', title: 'No data source', canRetry: false },
  down: { icon: 'plug', title: 'Data source down', canRetry: true },
  timeout: { icon: 'clock-nine', title: 'Timed out', canRetry: true },
  'bad-query': { icon: 'bug', title: 'Query rejected', canRetry: true },
  unexpected: { icon: 'exclamation-triangle', title: 'Failed', canRetry: true },
};

/** The words for a condition under which a panel draws nothing; `undefined` when it draws. */
export function conditionWords(condition: PanelCondition): Words | undefined {
  switch (condition.kind) {
    case 'failed':
      return { ...FAILURES[condition.reason], text: condition.message };
    case 'no-traffic':
      return {
        icon: 'minus-circle',
        title: 'No traffic',
        text: 'The metric is there; nothing happened in this time range.',
        canRetry: false,
      };
    case 'no-data':
      return {
        icon: 'question-circle',
        title: 'No data',
        text: 'The metric is known, but has no values in this time range.',
        canRetry: false,
      };
    case 'not-configured':
      return {
        icon: 'cog',
        title: 'Not configured',
        text: `The data source does not know ${condition.missingMetrics.join(', ')}.`,
        canRetry: false,
      };
    default:
      return undefined;
  }
}
