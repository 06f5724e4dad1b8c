import { type TraceTree } from './tree';

/** Calls from one service of a trace to another. */
export interface ServiceCalls {
  from: string;
  to: string;
  count: number;
  errorCount: number;
  /** Over all of them, microseconds, as the called service measured it. */
  totalUs: number;
  /** Calls that nobody waited for. */
  asyncCount: number;
}

/** Where the context of a trace crosses from service to service, the most time first. */
export function serviceCalls({ nodes }: TraceTree): ServiceCalls[] {
  const calls = new Map<string, ServiceCalls>();
  for (const { parent, span, link, isError, startUs, endUs } of nodes) {
    const from = nodes[parent]?.span.serviceName;
    const to = span.serviceName;
    if (from === undefined || from === to) {
      continue;
    }
    const key = JSON.stringify([from, to]);
    const call = calls.get(key) ?? { from, to, count: 0, errorCount: 0, totalUs: 0, asyncCount: 0 };
    call.count += 1;
    call.errorCount += isError ? 1 : 0;
    call.totalUs += endUs - startUs;
    call.asyncCount += link === 'async' ? 1 : 0;
    calls.set(key, call);
  }
  return [...calls.values()].sort((a, b) => b.totalUs - a.totalUs || (a.from + a.to < b.from + b.to ? -1 : 1));
}
