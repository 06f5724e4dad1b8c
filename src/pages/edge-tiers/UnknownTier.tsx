import { EmptyState, LinkButton, Stack } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { type TieredSystem } from '../../domain/tiers/types';
import { type FoundTier, tierUrl } from './tierLinks';

interface Props {
  systems: readonly TieredSystem[];
  name: string;
}

/** For a link to a tier that the catalog does not have. */
export function UnknownTier({ systems, name }: Props) {
  const { search } = useLocation();
  const known = systems.flatMap((system) => system.tiers.map((tier) => ({ system, tier })));
  return (
    <EmptyState
      variant="not-found"
      message={`The catalog has no tier ${name}`}
      button={
        <Stack justifyContent="center" wrap="wrap">
          <LinkButton href={pageUrl('edge-tiers', [], search)}>All tiers</LinkButton>
          {known.map(({ system, tier }) => (
            <LinkButton
              key={`${system.system}/${tier.id}`}
              variant="secondary"
              href={tierUrl(systems, { system, tierId: tier.id }, search)}
            >
              {tier.name}
            </LinkButton>
          ))}
        </Stack>
      }
    />
  );
}

interface UnknownPartProps {
  systems: readonly TieredSystem[];
  found: FoundTier;
  tierTitle: string;
  part: string;
}

/** For a part that nothing has been heard of: a mistake in the link, or gone for longer than a day. */
export function UnknownPart({ systems, found, tierTitle, part }: UnknownPartProps) {
  const { search } = useLocation();
  const { singular } = found.system.part;
  return (
    <EmptyState
      variant="not-found"
      message={`Nothing was heard of the ${singular} ${part} in the ${tierTitle} tier`}
      button={
        <Stack justifyContent="center" wrap="wrap">
          <LinkButton href={tierUrl(systems, found, search)}>{tierTitle} tier</LinkButton>
          <LinkButton variant="secondary" href={pageUrl('edge-tiers', [], search)}>
            All tiers
          </LinkButton>
        </Stack>
      }
    >
      Neither in the time range nor in the day before its end.
    </EmptyState>
  );
}
