import { atServers, type DataSource, type ServerUrls } from './dataSources';
import { hits, type ScenarioStore } from './scenario';
import { refusedUrl } from './upstream';

/** What every route may ask: the data sources as the viewer sees them now, scenarios applied. */
export class PreviewContext {
  constructor(
    private readonly provisioned: () => DataSource[],
    private readonly urls: () => ServerUrls,
    readonly scenarios: ScenarioStore
  ) {}

  dataSources(): DataSource[] {
    const state = this.scenarios.current();
    if (state.noDataSources) {
      return [];
    }
    return atServers(this.provisioned(), this.urls())
      .filter((dataSource) => !hits(state.unknown, dataSource.uid))
      .map((dataSource) => (hits(state.down, dataSource.uid) ? { ...dataSource, url: refusedUrl() } : dataSource));
  }

  isDenied(uid: string): boolean {
    return hits(this.scenarios.current().denied, uid);
  }

  /**
   * @param unknown what this route answers when there is no such data source (Grafana's routes differ)
   * @throws HttpError `unknown`, or 403 when the viewer may not query it
   */
  requireDataSource(uid: string, unknown = new HttpError(404, 'Data source not found')): DataSource {
    const dataSource = this.dataSources().find((candidate) => candidate.uid === uid);
    if (!dataSource) {
      throw unknown;
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
    message: string,
    /** Grafana's own id of the error, where it sends one */
    readonly messageId?: string,
    /** some routes name the (here empty) trace of the request */
    readonly withTraceId = false
  ) {
    super(message);
  }

  body(): Record<string, unknown> {
    return this.messageId
      ? { statusCode: this.statusCode, messageId: this.messageId, message: this.message }
      : { message: this.message, ...(this.withTraceId ? { traceID: '' } : {}) };
  }
}
