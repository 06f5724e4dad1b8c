import { type Runbook } from '../../../domain/runbook/types';
import { businessRunbooks } from './runbooks/business';
import { infrastructureRunbooks } from './runbooks/infrastructure';
import { sloRunbooks } from './runbooks/slos';
import { stackChecklist } from './stack';

/** Document 004 links one runbook and writes none; it names four remedies. The steps are ours. */
export const runbooks: readonly Runbook[] = [
  ...sloRunbooks,
  ...infrastructureRunbooks,
  ...businessRunbooks,
  stackChecklist,
];
