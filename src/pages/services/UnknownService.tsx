import { EmptyState, LinkButton } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';

/** For a link to a service that the catalog does not have. */
export function UnknownService({ name }: { name: string }) {
  const { search } = useLocation();
  return (
    <EmptyState
      variant="not-found"
      message={`The catalog has no service ${name}`}
      button={<LinkButton href={pageUrl('services', [], search)}>All services</LinkButton>}
    />
  );
}
