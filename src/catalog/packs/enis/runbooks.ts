import { type Runbook } from '../../../domain/runbook/types';
import { budgetBurn } from './runbooks/budget';
import { edgeAgentFailures } from './runbooks/edgeAgents';
import { providerDown } from './runbooks/inference';
import { kernelDown, kernelErrors, kernelLatency } from './runbooks/nopsKernel';
import { stackChecklist } from './stack';

/** Document 000 writes one runbook out; the others follow its pattern. */
export const runbooks: readonly Runbook[] = [
  kernelErrors,
  kernelLatency,
  kernelDown,
  edgeAgentFailures,
  providerDown,
  budgetBurn,
  stackChecklist,
];
