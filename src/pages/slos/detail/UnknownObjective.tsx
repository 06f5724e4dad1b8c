import { EmptyState, LinkButton } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../../app/navigation';

/** For a link to an objective that the catalog does not have. */
export function UnknownObjective({ name }: { name: string }) {
  const { search } = useLocation();
  return (
    <EmptyState
      variant="not-found"
      message={`The catalog has no objective ${name}`}
      button={<LinkButton href={pageUrl('slos', [], search)}>All objectives</LinkButton>}
    />
  );
}
