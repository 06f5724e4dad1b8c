import type { AppPlugin, AppPluginMeta } from '@grafana/data';
import { locationSearchToObject } from '@grafana/runtime';
import { ErrorBoundaryAlert, LoadingPlaceholder } from '@grafana/ui';
import { Suspense } from 'react';
import { useLocation } from 'react-router';

const ignoreNav = (): void => undefined;

/** The app's root page, mounted as Grafana does it. */
export function PluginRoot({ plugin, meta }: { plugin: AppPlugin; meta: AppPluginMeta }) {
  const { pathname, search } = useLocation();
  const Root = plugin.root;
  if (!Root) {
    return <p>This app has no root page.</p>;
  }
  return (
    <ErrorBoundaryAlert dependencies={[]}>
      <Suspense fallback={<LoadingPlaceholder text="" />}>
        <Root
          meta={meta}
          basename={`/a/${meta.id}`}
          path={pathname}
          query={locationSearchToObject(search)}
          onNavChanged={ignoreNav}
        />
      </Suspense>
    </ErrorBoundaryAlert>
  );
}
