import { PluginPage } from '@grafana/runtime';
import { EmptyState, LinkButton, Stack } from '@grafana/ui';
import { type DataSourceError } from '../datasources/errors';
import { listDataSources } from '../datasources/lookup';
import { CONFIG_URL, pageUrl } from './navigation';

/** For a Grafana without a metrics data source, or a link to one that is not here. */
export function MissingDataSource({ error }: { error: DataSourceError }) {
  const others = listDataSources('metrics');
  return (
    <PluginPage pageNav={{ text: 'No metrics' }}>
      <EmptyState
        variant="call-to-action"
        message={error.kind === 'not-found' ? 'This data source is not here' : 'No Prometheus data source yet'}
        button={
          <Stack justifyContent="center" wrap="wrap">
            {others.map(({ uid, name }) => (
              <LinkButton
                key={uid}
                variant="secondary"
                href={`${pageUrl('executive', [], '')}?var-prometheus=${encodeURIComponent(uid)}`}
                target="_self"
              >
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
