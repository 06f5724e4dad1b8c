import { toJaegerJson } from '../../../domain/traces/jaegerJson';
import { type Trace } from '../../../domain/traces/types';

/** Saves a trace as a file that Jaeger and Grafana's Explore can open. */
export function downloadTrace(trace: Trace): void {
  const blob = new Blob([JSON.stringify(toJaegerJson(trace), undefined, 2)], { type: 'application/json' });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = `trace-${trace.traceId}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
