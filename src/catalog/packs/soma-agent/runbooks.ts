import { type Runbook } from '../../../domain/runbook/types';
import { budgetBurn } from './runbooks/budget';
import { conversationRunbooks } from './runbooks/conversations';
import { gatewayRunbooks } from './runbooks/gateway';
import { storeRunbooks } from './runbooks/stores';
import { toolRunbooks } from './runbooks/tools';
import { stackChecklist } from './stack';

/** Document 002 asks for runbooks of its common alerts and writes none; the steps are ours. */
export const runbooks: readonly Runbook[] = [
  ...gatewayRunbooks,
  ...conversationRunbooks,
  ...toolRunbooks,
  ...storeRunbooks,
  budgetBurn,
  stackChecklist,
];
