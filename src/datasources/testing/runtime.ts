import { type FakeDataSource, fakeGrafana } from './fakeGrafana';

// Stands in for `@grafana/runtime` in tests: jest.mock('@grafana/runtime', () => jest.requireActual('…/testing/runtime')).

export function getBackendSrv() {
  return { fetch: fakeGrafana.fetch.bind(fakeGrafana) };
}

export function getDataSourceSrv() {
  return {
    getList: ({ type }: { type: string[] }) => fakeGrafana.dataSources.filter((one) => type.includes(one.type)),
    // Like Grafana's: an unknown uid gets nothing, no uid gets the default.
    getInstanceSettings: ({ uid }: { uid: string }): FakeDataSource | undefined =>
      fakeGrafana.dataSources.find((one) => (uid === '' ? one.isDefault : one.uid === uid)),
  };
}
