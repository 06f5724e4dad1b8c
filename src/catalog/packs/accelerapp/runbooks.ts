import { type Runbook } from '../../../domain/runbook/types';
import { budgetBurn } from './runbooks/budget';
import { dependencyRunbooks } from './runbooks/dependencies';
import { highErrorRate } from './runbooks/highErrorRate';
import { requestRunbooks } from './runbooks/requests';
import { serviceDown } from './runbooks/serviceDown';
import { troubleshooting } from './runbooks/troubleshooting';
import { stackChecklist } from './stack';

/** Document 003 names two playbooks by their headings and four troubleshooting lists; commands and bounds are ours. */
export const runbooks: readonly Runbook[] = [
  highErrorRate,
  serviceDown,
  ...requestRunbooks,
  ...dependencyRunbooks,
  ...troubleshooting,
  budgetBurn,
  stackChecklist,
];
