import { EmptyState, LinkButton } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';

/** A link to a runbook that the catalog does not have (any more). */
export function UnknownRunbook({ name }: { name: string }) {
  const { search } = useLocation();
  return (
    <EmptyState
      variant="not-found"
      message={`The catalog has no runbook ${name}`}
      button={<LinkButton href={pageUrl('runbooks', [], search)}>All runbooks</LinkButton>}
    />
  );
}
