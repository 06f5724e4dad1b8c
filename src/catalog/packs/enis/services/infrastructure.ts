import { type Signal } from '../../../../domain/signals/types';
import { gauge } from '../../monitoringSignals';
import { nodeSignals } from '../../nodeSignals';

const FULL = { warning: 0.8, critical: 0.9 };

/** Hosts and containers. The document gives no bounds for hosts: these are the usual ones. */
export const infrastructureSignals: Readonly<Record<string, Signal>> = {
  ...nodeSignals({ cpu: FULL, memory: FULL, disk: FULL, fullest: FULL }),
  requested: gauge('Requested by containers', 'kube_pod_container_resource_requests', 'short', {
    description: 'Cores, or bytes, that are set aside.',
  }),
  limits: gauge('Limit of containers', 'kube_pod_container_resource_limits', 'short', {
    description: 'Cores, or bytes, that may not be exceeded.',
  }),
};
