import {
  type SceneComponentProps,
  type SceneObject,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
} from '@grafana/scenes';
import { wholePart } from '../../domain/tiers/rows';
import { type TieredSystem, type WatchedTier } from '../../domain/tiers/types';
import { type TierReports } from '../../scenes/tiers/TierReports';
import { type FoundTier } from './tierLinks';
import { UnknownPart } from './UnknownTier';

interface PartGuardState extends SceneObjectState {
  systems: readonly TieredSystem[];
  found: FoundTier;
  tier: WatchedTier;
  part: string;
  reports: SceneObjectRef<TierReports>;
  body: SceneObject;
}

/** The page of a part, or word that there is no such part: the catalog does not list them, only what they report. */
export class PartGuard extends SceneObjectBase<PartGuardState> {
  static Component = PartGuardRenderer;
}

function PartGuardRenderer({ model }: SceneComponentProps<PartGuard>) {
  const { systems, found, tier, part, reports, body } = model.useState();
  const { value } = reports.resolve().useState();
  const facts = value && wholePart(value, found.system, part).facts;
  if (facts && Object.keys(facts).length === 0) {
    return <UnknownPart systems={systems} found={found} tierTitle={tier.name} part={part} />;
  }
  return <body.Component model={body} />;
}
