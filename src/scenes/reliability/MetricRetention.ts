import { instant } from '../../datasources/prometheus';
import { mapResult, type Result } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';

/** Seconds for which Prometheus keeps samples, as it says of itself; undefined where nobody scrapes it. */
export class MetricRetention extends LiveData<{ seconds: number | undefined }> {
  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<{ seconds: number | undefined }>> {
    const dataSourceUid = metricsDataSource(this).uid;
    const expr = 'min(prometheus_tsdb_retention_limit_seconds)';
    return mapResult(await instant({ dataSourceUid, expr, range, signal }), ([sample]) => ({ seconds: sample?.value }));
  }
}
