import { type AppRootProps } from '@grafana/data';
import { SceneApp } from '@grafana/scenes';
import { useMemo } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { boardListPage } from '../pages/boards/boardListPage';
import { boardPage } from '../pages/boards/boardPage';
import { executivePage } from '../pages/executive/executivePage';
import { servicesPage } from '../pages/services/servicesPage';
import { MissingDataSource } from './MissingDataSource';
import { type AppModel, buildModel } from './model';
import { pageOfPath, pageUrl } from './navigation';
import { Notices } from './Notices';
import { PageErrorBoundary } from './PageErrorBoundary';
import { type Settings } from './settings';
import { UnknownPage } from './UnknownPage';

/** The app: settings and data sources are looked at once, then the pages are drawn. */
export default function App({ meta }: AppRootProps<Settings>) {
  const { pathname, search } = useLocation();
  // The URL matters only at the start: later the variables of the pages keep the choice.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const model = useMemo(() => buildModel(meta.jsonData, search), [meta.jsonData]);
  return (
    <PageErrorBoundary resetKey={pathname}>
      <Notices model={model} />
      <Page model={model} />
    </PageErrorBoundary>
  );
}

function Page({ model }: { model: AppModel }) {
  const { pathname, search } = useLocation();
  const page = pageOfPath(pathname);
  if (page === 'home') {
    return <Navigate to={pageUrl('executive', [], search)} replace />;
  }
  if (page === undefined) {
    return <UnknownPage pathname={pathname} />;
  }
  return model.missing.metrics ? <MissingDataSource error={model.missing.metrics} /> : <Scenes model={model} />;
}

function Scenes({ model }: { model: AppModel }) {
  const app = useMemo(
    () =>
      new SceneApp({
        pages: [
          executivePage(model),
          boardPage('platform', model),
          boardPage('edge-tiers', model),
          servicesPage(model),
          boardListPage(model),
        ],
        urlSyncOptions: { updateUrlOnInit: true, createBrowserHistorySteps: true },
      }),
    [model]
  );
  return <app.Component model={app} />;
}
