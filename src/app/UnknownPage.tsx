import { PluginPage } from '@grafana/runtime';
import { EmptyState, LinkButton } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from './navigation';

/** For a link that leads nowhere. */
export function UnknownPage({ pathname }: { pathname: string }) {
  const { search } = useLocation();
  return (
    <PluginPage pageNav={{ text: 'Page not found' }}>
      <EmptyState
        variant="not-found"
        message="Watchkeeper has no such page"
        button={<LinkButton href={pageUrl('executive', [], search)}>Open the Executive page</LinkButton>}
      >
        {pathname}
      </EmptyState>
    </PluginPage>
  );
}
