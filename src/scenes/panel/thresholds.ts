import { ThresholdsMode, type ThresholdsConfig } from '@grafana/data';
import { type Direction, type Thresholds } from '../../domain/signals/types';

// Names of Grafana's palette: the theme decides what they look like. Its plain orange is too faint on white.
const COLOURS = { ok: 'green', warning: 'dark-orange', critical: 'red', none: 'text' } as const;

/** Grafana's threshold steps for a signal's bounds. */
export function thresholdSteps(
  { warning, critical }: Thresholds,
  direction: Direction = 'lower-is-better'
): ThresholdsConfig {
  const mode = ThresholdsMode.Absolute;
  if (direction === 'neutral' || (warning === undefined && critical === undefined)) {
    return { mode, steps: [{ value: -Infinity, color: COLOURS.none }] };
  }
  const bounds =
    direction === 'lower-is-better'
      ? [
          { value: -Infinity, color: COLOURS.ok },
          { value: warning, color: COLOURS.warning },
          { value: critical, color: COLOURS.critical },
        ]
      : [
          { value: -Infinity, color: critical === undefined ? COLOURS.warning : COLOURS.critical },
          { value: critical, color: warning === undefined ? COLOURS.ok : COLOURS.warning },
          { value: warning, color: COLOURS.ok },
        ];
  return {
    mode,
    steps: bounds.filter((step): step is { value: number; color: typeof step.color } => step.value !== undefined),
  };
}
