import { encodeFrame, type Column, type FrameJson } from '../frames';
import { enabledStats, metricAnswer, statValue, toNumber, type Bucket } from './buckets';
import type { BucketModel, ElasticsearchQueryModel, MetricModel } from './model';
import { metricName } from './names';

/** The table of a bucket aggregation; columns appear when their first value does, in the order of the metrics. */
export class BucketTable {
  private columns: Column[] = [];
  private isStarted = false;

  constructor(private readonly query: ElasticsearchQueryModel) {}

  /**
   * Adds the rows of the innermost buckets; `labels` are the keys of the buckets around them. As in Grafana, an outer
   * bucket without inner ones (documents that lack the inner field) throws away the rows so far, and the outer columns
   * for good.
   */
  add(bucketModel: BucketModel, buckets: Bucket[], labels: Record<string, string>): void {
    const outer = Object.keys(labels).sort();
    if (!this.isStarted) {
      this.isStarted = true;
      outer.forEach((name) =>
        this.columns.push({ name, type: 'string', typeInfo: { frame: 'string', nullable: true }, values: [] })
      );
    }
    if (buckets.length === 0) {
      this.columns = [];
    }
    for (const bucket of buckets) {
      outer.forEach((name) => this.columns.find((column) => column.name === name)?.values.push(labels[name]));
      this.addKey(bucketModel.field ?? '', bucket);
      this.query.metrics?.forEach((metric) => this.addMetric(metric, bucket));
    }
  }

  encode(): FrameJson[] {
    return this.columns.length === 0 ? [] : [encodeFrame({ refId: this.query.refId, columns: this.columns })];
  }

  private addKey(name: string, bucket: Bucket): void {
    const column = this.columns.find((candidate) => candidate.name === name);
    if (column) {
      column.values.push(bucket.key);
      return;
    }
    const type = typeof bucket.key === 'string' ? 'string' : 'number';
    this.columns.push({
      name,
      type,
      typeInfo: { frame: type === 'string' ? 'string' : 'float64', nullable: true },
      config: { filterable: true },
      values: [bucket.key],
    });
  }

  private addMetric(metric: MetricModel, bucket: Bucket): void {
    const answer = metricAnswer(bucket, metric.id);
    switch (metric.type) {
      case 'count':
        this.addValue(metricName('count'), toNumber(bucket.doc_count));
        break;
      case 'percentiles':
        // an empty bucket's percentile is 0 here (and null over time): Grafana's own inconsistency, kept
        for (const percent of Object.keys(answer?.values ?? {}).sort()) {
          this.addValue(`p${percent} ${metric.field ?? ''}`, toNumber(answer?.values?.[percent]) ?? 0);
        }
        break;
      case 'extended_stats': {
        // only the first statistic that is switched on makes it into the table
        const stat = enabledStats(metric.meta)[0];
        if (stat) {
          this.addValue(metricName(metric.type), statValue(answer, stat));
        }
        break;
      }
      case 'top_metrics':
        this.addTopMetrics(metric, bucket);
        break;
      default:
        this.addValue(this.columnName(metric), toNumber(answer?.value));
    }
  }

  private addTopMetrics(metric: MetricModel, bucket: Bucket): void {
    const fields = (metric.settings?.metrics ?? []) as string[];
    for (const field of fields) {
      const value = metricAnswer(bucket, metric.id)?.top?.[0]?.metrics?.[field];
      if (typeof value === 'number') {
        this.addValue(fields.length > 1 ? `${metricName(metric.type)} ${field}` : metricName(metric.type), value);
      }
    }
  }

  /** Metrics of one type are told apart by field, and of one field by id. */
  private columnName(metric: MetricModel): string {
    const others = (this.query.metrics ?? []).filter((other) => other.id !== metric.id && other.type === metric.type);
    if (others.length === 0) {
      return metricName(metric.type);
    }
    if (metric.type === 'bucket_script') {
      return typeof metric.settings?.script === 'string' ? metric.settings.script : '';
    }
    const sameField = others.some((other) => other.field === metric.field);
    return `${metricName(metric.type)} ${metric.field ?? ''}${sameField ? ` ${metric.id}` : ''}`;
  }

  private addValue(name: string, value: number | null): void {
    const column = this.columns.find((candidate) => candidate.name === name);
    if (column) {
      column.values.push(value);
    } else {
      this.columns.push({ name, type: 'number', typeInfo: { frame: 'float64', nullable: true }, values: [value] });
    }
  }
}
