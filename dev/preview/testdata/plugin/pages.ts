import {
  EmbeddedScene,
  QueryVariable,
  SceneApp,
  SceneAppPage,
  SceneControlsSpacer,
  SceneCSSGridLayout,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  SceneVariableSet,
  TextBoxVariable,
  VariableValueSelectors,
  DataSourceVariable,
} from '@grafana/scenes';

import { testPanels } from './panels';

function scene(): EmbeddedScene {
  return new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: 'now-1h', to: 'now' }),
    $variables: new SceneVariableSet({
      variables: [
        new TextBoxVariable({ name: 'trace', label: 'Trace', value: '' }),
        new DataSourceVariable({ name: 'metrics', label: 'Metrics', pluginId: 'prometheus' }),
        new QueryVariable({
          name: 'job',
          label: 'Job',
          datasource: { uid: '${metrics}', type: 'prometheus' },
          query: { query: 'label_values(up, job)', refId: 'jobs' },
          isMulti: true,
          includeAll: true,
          defaultToAll: true,
        }),
      ],
    }),
    controls: [new VariableValueSelectors({}), new SceneControlsSpacer(), new SceneTimePicker({}), new SceneRefreshPicker({})],
    body: new SceneCSSGridLayout({
      templateColumns: 'repeat(auto-fill, minmax(420px, 1fr))',
      autoRows: '240px',
      children: testPanels(),
    }),
  });
}

/** An app with one page of every panel kind, and an empty one. */
export function testApp(basename: string): SceneApp {
  return new SceneApp({
    pages: [
      new SceneAppPage({ title: 'Panels', subTitle: 'Every kind', url: `${basename}/panels`, routePath: 'panels/*', getScene: scene }),
      new SceneAppPage({
        title: 'Empty',
        url: `${basename}/empty`,
        routePath: 'empty/*',
        getScene: () => new EmbeddedScene({ body: new SceneCSSGridLayout({ children: [] }) }),
      }),
    ],
  });
}
