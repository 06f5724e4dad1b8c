import { type SloStanding } from '../../domain/slo/standing';
import { type AttainmentOf } from '../../domain/tiers/rows';
import { type LiveDataState } from '../live/LiveData';
import { type SloStandings } from '../reliability/SloStandings';
import { type TierReportOverTime, type TierReports } from './TierReports';

/** A report, and how the objectives of its tiers stand. */
export interface JoinedReport {
  report: TierReportOverTime;
  attainmentOf: AttainmentOf;
}

/**
 * Reports and objectives as one answer. It waits for both: a tier without its objective would look healthier than it is
 * for a moment. Objectives that cannot be read are not known, and do not hide the rest.
 */
export function joinedRows(reports: TierReports, standings: SloStandings) {
  return {
    useState(): LiveDataState<JoinedReport> {
      const facts = reports.useState();
      const objectives = standings.useState();
      const ready = facts.value !== undefined && (objectives.value !== undefined || objectives.error !== undefined);
      const error = facts.error ?? objectives.error;
      return {
        loading: facts.loading || objectives.loading,
        ...(error ? { error } : {}),
        ...(ready && facts.value
          ? { value: { report: facts.value, attainmentOf: attainments(objectives.value ?? []) } }
          : {}),
      };
    },
    refresh() {
      reports.refresh();
      standings.refresh();
    },
  };
}

function attainments(standings: readonly SloStanding[]): AttainmentOf {
  const byId = new Map(standings.map(({ system, slo, attainment }) => [`${system}/${slo.id}`, attainment]));
  return (system, objective) => byId.get(`${system}/${objective}`);
}
