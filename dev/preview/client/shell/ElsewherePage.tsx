import { locationSearchToObject } from '@grafana/runtime';
import { EmptyState, Stack, Text } from '@grafana/ui';
import { useLocation } from 'react-router';

import { PluginPage } from './PluginPage';

const PLACES: Array<[RegExp, string]> = [
  [/^\/explore/, 'Explore'],
  [/^\/alerting/, 'Alerting'],
  [/^\/d(-solo)?\//, 'a dashboard'],
  [/^\/connections|^\/datasources/, 'the data sources'],
  [/^\/plugins/, 'the list of plugins'],
  [/^\/a\//, 'another app'],
];

function pretty(value: unknown): string {
  if (typeof value !== 'string') {
    return JSON.stringify(value);
  }
  try {
    return JSON.stringify(JSON.parse(value), null, 2);
  } catch {
    return value;
  }
}

/** Stands for the parts of Grafana that are not here: says what would open, and with what. */
export function ElsewherePage() {
  const { pathname, search } = useLocation();
  const place = PLACES.find(([pattern]) => pattern.test(pathname))?.[1];
  const parameters = Object.entries(locationSearchToObject(search));
  return (
    <PluginPage pageNav={{ text: place ? `Grafana: ${place}` : 'Not here', url: pathname }}>
      <EmptyState
        variant={place ? 'completed' : 'not-found'}
        hideImage
        message={place ? `In Grafana this opens ${place}` : `There is nothing at ${pathname}`}
      >
        {pathname}
      </EmptyState>
      <Stack direction="column" gap={2}>
        {parameters.map(([name, value]) => (
          <div key={name}>
            <Text variant="h6">{name}</Text>
            <pre>{pretty(value)}</pre>
          </div>
        ))}
      </Stack>
    </PluginPage>
  );
}
