import { FieldColorModeId } from '@grafana/data';
import { type FieldConfigOverridesBuilder } from '@grafana/scenes';
import { COMPARISONS } from '../../../domain/changes/comparison';
import { type Look } from './look';

/** A tier has the same colour on every panel. */
export function colourTiers<T>(overrides: FieldConfigOverridesBuilder<T>, { panel, system }: Look): void {
  const byTierOnly = panel.queries?.every(({ by }) => by?.length === 1 && by[0] === 'tier') ?? false;
  if (!byTierOnly) {
    return;
  }
  for (const { id, colour } of system.tiers ?? []) {
    for (const name of [id, ...COMPARISONS.map(({ than }) => `${id}, ${than}`)]) {
      overrides.matchFieldsWithName(name).overrideColor({ mode: FieldColorModeId.Fixed, fixedColor: colour });
    }
  }
}
