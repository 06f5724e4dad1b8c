import { type Silence } from '../../domain/alerts/silences';

/** Grafana's own page of a silence, where it can be ended. */
export function silenceUrl({ id, source }: Silence): string {
  return `/alerting/silence/${encodeURIComponent(id)}/edit?alertmanager=${encodeURIComponent(source)}`;
}
