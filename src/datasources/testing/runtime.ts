import { type FakeDataSource, fakeGrafana } from './fakeGrafana';

// Stands in for `@grafana/runtime` in tests: jest.mock('@grafana/runtime', () => jest.requireActual('…/testing/runtime')).

export function getBackendSrv() {
  return { fetch: fakeGrafana.fetch.bind(fakeGrafana) };
}

export function getDataSourceSrv() {
  return {
    // Like Grafana's: its own source is in every list that no `filter` keeps it out of.
    // Like Grafana's: what answers no queries is listed only among all.
    getList: ({
      type,
      all = false,
      filter = () => true,
    }: {
      type?: string[];
      all?: boolean;
      filter?: (one: FakeDataSource) => boolean;
    }) => [
      ...fakeGrafana.dataSources.filter(
        (one) => (type?.includes(one.type) ?? true) && (all || one.type !== 'alertmanager') && filter(one)
      ),
      ...[{ uid: 'grafana', name: '-- Grafana --', type: 'datasource' }].filter(filter),
    ],
    // Like Grafana's: an unknown uid gets nothing, no uid gets the default.
    getInstanceSettings: ({ uid }: { uid: string }): FakeDataSource | undefined =>
      fakeGrafana.dataSources.find((one) => (uid === '' ? one.isDefault : one.uid === uid)),
  };
}
