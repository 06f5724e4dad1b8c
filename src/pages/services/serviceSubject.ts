import { type AppModel } from '../../app/model';
import { type FoundService } from '../../catalog/findService';
import { type FiringAlerts } from '../../scenes/reliability/FiringAlerts';
import { type SloStandings } from '../../scenes/reliability/SloStandings';
import { type ServiceRows } from '../../scenes/services/ServiceRows';

/** What all tabs of a service's page share; asked once. */
export interface ServiceLive {
  /** Of all services of the system: the neighbours' states are shown too. */
  rows: ServiceRows;
  alerts: FiringAlerts;
  standings: SloStandings;
}

/** The service that a page is about. */
export interface ServiceSubject extends FoundService {
  live: ServiceLive;
  model: AppModel;
}
