import { type AppRootProps } from '@grafana/data';
import { SceneApp } from '@grafana/scenes';
import { LoadingPlaceholder } from '@grafana/ui';
import { useMemo } from 'react';
import { Navigate, useLocation } from 'react-router-dom';
import { alertsPage } from '../pages/alerts/alertsPage';
import { boardListPage } from '../pages/boards/boardListPage';
import { edgeTiersPage } from '../pages/edge-tiers/edgeTiersPage';
import { executivePage } from '../pages/executive/executivePage';
import { homePage } from '../pages/home/homePage';
import { incidentsPage } from '../pages/incidents/incidentsPage';
import { logsPage } from '../pages/logs/logsPage';
import { platformPage } from '../pages/platform/platformPage';
import { runbooksPage } from '../pages/runbooks/runbooksPage';
import { servicesPage } from '../pages/services/servicesPage';
import { slosPage } from '../pages/slos/slosPage';
import { tracesPage } from '../pages/traces/tracesPage';
import { MissingDataSource } from './MissingDataSource';
import { useLoaded } from '../components/useLoaded';
import { type AppModel, loadModel } from './model';
import { pageOfPath, pageUrl } from './navigation';
import { Notices } from './Notices';
import { PageErrorBoundary } from './PageErrorBoundary';
import { type Settings } from './settings';
import { UnknownPage } from './UnknownPage';
import { PAGE_START, useFocusAfterNavigation } from './useFocusAfterNavigation';

/** The app: settings and data sources are looked at once, then the pages are drawn. */
export default function App({ meta }: AppRootProps<Settings>) {
  const { pathname } = useLocation();
  return (
    <PageErrorBoundary resetKey={pathname}>
      <Ready jsonData={meta.jsonData} />
    </PageErrorBoundary>
  );
}

function Ready({ jsonData }: { jsonData: Settings | undefined }) {
  const { pathname, search } = useLocation();
  const start = useFocusAfterNavigation<HTMLSpanElement>(pathname);
  // The URL matters only at the start: later the variables of the pages keep the choice.
  const model = useLoaded(() => loadModel(jsonData, search), jsonData);
  if (!model) {
    return <LoadingPlaceholder text="Loading the systems" />;
  }
  return (
    <>
      <span ref={start} id={PAGE_START} tabIndex={-1} />
      <Notices model={model} />
      <Page model={model} />
    </>
  );
}

function Page({ model }: { model: AppModel }) {
  const { pathname, search } = useLocation();
  const page = pageOfPath(pathname);
  if (page === 'root') {
    return <Navigate to={pageUrl('home', [], search)} replace />;
  }
  if (page === undefined) {
    return <UnknownPage pathname={pathname} />;
  }
  // The pages of traces and logs say themselves what they lack.
  const needsMetrics = page !== 'traces' && page !== 'logs';
  return needsMetrics && model.missing.metrics ? (
    <MissingDataSource error={model.missing.metrics} />
  ) : (
    <Scenes model={model} />
  );
}

function Scenes({ model }: { model: AppModel }) {
  const app = useMemo(
    () =>
      new SceneApp({
        pages: [
          homePage(model),
          executivePage(model),
          platformPage(model),
          edgeTiersPage(model),
          servicesPage(model),
          slosPage(model),
          tracesPage(model),
          logsPage(model),
          alertsPage(model),
          incidentsPage(model),
          runbooksPage(model),
          boardListPage(model),
        ],
        urlSyncOptions: { updateUrlOnInit: true, createBrowserHistorySteps: true },
      }),
    [model]
  );
  return <app.Component model={app} />;
}
