import { type Service, type System } from '../../catalog/types';
import { alertRules, GRAFANA_RULES } from '../../datasources/grafana';
import { mapResult, type Result } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { type ServiceRule, serviceRules } from '../../domain/services/alertRules';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';

/** The rules about a service, and what could not be read. */
export interface KnownRules {
  rules: readonly ServiceRule[];
  unread: readonly string[];
  askedAtMs: number;
}

/** The alert rules about a service with their state now, from Grafana and from the page's metrics data source. */
export class ServiceAlertRules extends LiveData<KnownRules> {
  constructor(
    private readonly system: System,
    private readonly service: Service
  ) {
    super();
  }

  protected async ask(_range: TimeWindow, signal: AbortSignal): Promise<Result<KnownRules>> {
    const report = await alertRules({ sources: [GRAFANA_RULES, metricsDataSource(this).uid], signal });
    const planned = (this.system.alerts ?? []).map(({ serviceLabel, ...alert }) => ({
      ...alert,
      service: serviceLabel === undefined ? alert.service : undefined,
    }));
    return mapResult(report, ({ rules, sources }) => ({
      rules: serviceRules(planned, rules, { system: this.system.id, service: this.service.id }),
      unread: sources.flatMap(({ source, error }) => (error ? [`${source.name}: ${error.message}`] : [])),
      askedAtMs: Date.now(),
    }));
  }
}
