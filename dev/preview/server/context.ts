import { listDataSources, type DataSource, type ServerUrls } from './dataSources';
import { hits, type ScenarioStore } from './scenario';
import { refusedUrl } from './upstream';

/** What every route may ask: the data sources as the viewer sees them now, scenarios applied. */
export class PreviewContext {
  constructor(
    private readonly urls: () => ServerUrls,
    readonly scenarios: ScenarioStore
  ) {}

  dataSources(): DataSource[] {
    const state = this.scenarios.current();
    if (state.noDataSources) {
      return [];
    }
    return listDataSources(this.urls())
      .filter((dataSource) => !hits(state.unknown, dataSource.uid))
      .map((dataSource) => (hits(state.down, dataSource.uid) ? { ...dataSource, url: refusedUrl() } : dataSource));
  }

  isDenied(uid: string): boolean {
    return hits(this.scenarios.current().denied, uid);
  }

  /** @throws HttpError 404 when there is no such data source, 403 when the viewer may not query it */
  requireDataSource(uid: string): DataSource {
    const dataSource = this.dataSources().find((candidate) => candidate.uid === uid);
    if (!dataSource) {
      throw new HttpError(404, 'Data source not found');
    }
    if (this.isDenied(uid)) {
      throw new HttpError(403, 'Access denied to data source');
    }
    return dataSource;
  }
}

/** An answer that ends a request: Grafana's `{ message }` with a status. */
export class HttpError extends Error {
  constructor(
    readonly statusCode: number,
    message: string
  ) {
    super(message);
  }
}
