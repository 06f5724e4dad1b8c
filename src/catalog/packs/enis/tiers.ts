import { type Tiering } from '../../../domain/tiers/tiering';
import { type Tier } from '../../types';

const HOUR = 60;

/** Document 000, service level objectives and agreements. Availability objectives of the tiers are in slos.ts. */
export const tiers: readonly Tier[] = [
  {
    id: 'zero',
    name: 'Zero',
    description: 'No agreement with customers.',
    colour: 'dark-orange',
    implements: ['ENIS-TIER-01'],
  },
  {
    id: 'shared',
    name: 'Shared',
    colour: 'yellow',
    sla: {
      targetRatio: 0.995,
      support: [{ severity: 'p0', text: 'Best effort', implements: ['ENIS-SLA-13'] }],
      implements: ['ENIS-SLA-12'],
    },
    implements: ['ENIS-TIER-02'],
  },
  {
    id: 'lite',
    name: 'Lite',
    colour: 'green',
    sla: {
      targetRatio: 0.999,
      support: [
        { severity: 'p0', responseMinutes: HOUR, text: 'Within 1 hour', implements: ['ENIS-SLA-10'] },
        { severity: 'p1', responseMinutes: 4 * HOUR, text: 'Within 4 hours', implements: ['ENIS-SLA-11'] },
        { severity: 'p2', text: 'Not agreed' },
        { severity: 'p3', text: 'Not agreed' },
      ],
      implements: ['ENIS-SLA-09'],
    },
    implements: ['ENIS-TIER-03'],
  },
  {
    id: 'enterprise',
    name: 'Enterprise',
    colour: 'blue',
    sla: {
      targetRatio: 0.9995,
      // The document lets neighbouring bands share a bound; here the lower bound belongs to the band.
      credits: [
        { atLeastRatio: 0.99, belowRatio: 0.9995, feeRatio: 0.1, implements: ['ENIS-SLA-06'] },
        { atLeastRatio: 0.95, belowRatio: 0.99, feeRatio: 0.25, implements: ['ENIS-SLA-07'] },
        { atLeastRatio: 0, belowRatio: 0.95, feeRatio: 0.5, implements: ['ENIS-SLA-08'] },
      ],
      support: [
        { severity: 'p0', responseMinutes: 15, text: 'Within 15 minutes', implements: ['ENIS-SLA-02'] },
        { severity: 'p1', responseMinutes: HOUR, text: 'Within 1 hour', implements: ['ENIS-SLA-03'] },
        { severity: 'p2', responseMinutes: 4 * HOUR, text: 'Within 4 hours', implements: ['ENIS-SLA-04'] },
        { severity: 'p3', text: 'Within 1 business day', implements: ['ENIS-SLA-05'] },
      ],
      implements: ['ENIS-SLA-01'],
    },
    implements: ['ENIS-TIER-04'],
  },
  {
    id: 'airgapped',
    name: 'Airgapped',
    description:
      'Reports late, because nothing leaves the site on-line. Its red is the colour of the tier, never a state.',
    colour: 'red',
    isImported: true,
    implements: ['ENIS-TIER-05'],
  },
];

export const tiering: Tiering = {
  service: 'edge-agents',
  label: 'tier',
  part: { label: 'agent_type', singular: 'agent type', plural: 'agent types' },
  queue: 'edge-agents.queue-depth',
  outcomes: ['status', 'error_type'],
};
