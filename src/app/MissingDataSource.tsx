import { PluginPage } from '@grafana/runtime';
import { EmptyState, LinkButton, Stack } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { type DataSourceError } from '../datasources/errors';
import { listDataSources } from '../datasources/lookup';
import { CONFIG_URL, sharedSearch } from './navigation';

/** For a Grafana without a metrics data source, or a link to one that is not here. */
export function MissingDataSource({ error }: { error: DataSourceError }) {
  const others = listDataSources('metrics');
  const { pathname, search } = useLocation();
  const withMetricsOf = (uid: string) => {
    const kept = new URLSearchParams(sharedSearch(search));
    kept.set('var-prometheus', uid);
    return `${pathname}?${kept}`;
  };
  return (
    <PluginPage pageNav={{ text: 'No metrics' }}>
      <EmptyState
        variant="call-to-action"
        message={error.kind === 'not-found' ? 'This data source is not here' : 'No Prometheus data source yet'}
        button={
          <Stack justifyContent="center" wrap="wrap">
            {others.map(({ uid, name }) => (
              <LinkButton key={uid} variant="secondary" href={withMetricsOf(uid)} target="_self">
                Use {name}
              </LinkButton>
            ))}
            {others.length === 0 && <LinkButton href="/connections/datasources/new">Add a data source</LinkButton>}
            <LinkButton variant="secondary" href={CONFIG_URL}>
              Configure Watchkeeper
            </LinkButton>
          </Stack>
        }
      >
        {error.message}{' '}
        {others.length === 0 &&
          'Watchkeeper reads metrics from Prometheus, traces from Jaeger and logs from Elasticsearch.'}
      </EmptyState>
    </PluginPage>
  );
}
