import { budgetRunbook, versionsChanged } from '../../budgetRunbook';
import { deployLines, metric, promql } from '../../runbookKit';

/** Document 000 pages for objectives and has no runbook for a budget. */
export const budgetBurn = budgetRunbook({
  service: 'nops-kernel',
  escalation: { afterMinutes: 30, to: 'Engineering Manager' },
  deployed: [versionsChanged, deployLines({ schema: 'enis', where: [{ field: 'logger', anyOf: ['deploy'] }] })],
  causes: [
    metric('nops-kernel.error-ratio', '>', 0.01, { by: ['endpoint'], title: 'Errors of the kernel by endpoint' }),
    metric('nops-kernel.latency-p95', '>', 0.1, { title: 'p95 of the kernel', blames: 'nops-kernel' }),
    metric('inference-service.error-ratio', '>', 0.05, {
      by: ['provider'],
      title: 'Errors by inference provider',
      blames: 'inference-service',
    }),
    metric('edge-agents.failure-ratio', '>', 0.05, {
      by: ['tier'],
      narrowBy: ['tier'],
      title: 'Failures of edge agents by tier',
      blames: 'edge-agents',
    }),
    promql('Redis and PostgreSQL answer', 'min by (job) (up{job=~"redis|postgres",$where})', '<', 1, { unit: 'bool' }),
  ],
  counted: 'tier!="airgapped",',
});
