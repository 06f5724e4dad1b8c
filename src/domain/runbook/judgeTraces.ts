import { formatDuration, formatPercent } from '../format/format';
import { selfTimes } from '../traces/selfTime';
import { spanKind, tagValue } from '../traces/spanFacts';
import { buildTree, type SpanNode } from '../traces/tree';
import { type Trace } from '../traces/types';
import { boundWords, isPast } from './bounds';
import { type Finding, type FoundTrace, stated } from './findings';
import { type TraceQuestion } from './questions';

/** What the trace store answered: a sample of the newest traces, not all of them. */
export interface TraceAnswer {
  traces: readonly Trace[];
  /** As many came as were asked for. */
  isSample: boolean;
  remark?: string | undefined;
}

const SHOWN = 5;

interface Looked extends FoundTrace {
  hasError: boolean;
  /** Service of the span at which the error began, or which took the most time itself. */
  culprit: string;
}

/**
 * Judges traces: how many, how long the slowest took (ms), which share has an error (0..1), or how many pairs of services
 * call each other. It accuses the service in whose spans the errors began, or where the time went.
 */
export function judgeTraces(question: TraceQuestion, { traces, isSample, remark }: TraceAnswer): Finding {
  const { measure, abnormal, title, within } = question;
  const looked = traces.map((trace) => look(trace, measure));
  const text = (value: number) => measureText(value, measure);
  const bound = boundWords(abnormal, (value) => text(value).replace(/^errors in /, ''));
  const sample = isSample ? `the newest ${traces.length} traces of ${within}` : `${traces.length} traces of ${within}`;
  if (looked.length === 0 && measure !== 'count' && measure !== 'edges') {
    return { verdict: 'no-data', statement: `${title}: no trace in ${within} (${bound}).`, remark };
  }
  const measured = measure === 'edges' ? edgeCount(traces) : measureOf(looked, measure);
  const isAbnormal = isPast(measured, abnormal);
  const relevant = measure === 'error-share' ? looked.filter(({ hasError }) => hasError) : looked;
  const shown = [...relevant].sort((a, b) => b.durationMs - a.durationMs).slice(0, SHOWN);
  const blamed = isAbnormal ? blamedFor(measure, shown, relevant) : undefined;
  const because = blamed
    ? `; ${measure === 'slowest' ? 'most of the time went by in' : 'they begin in'} ${blamed.culprit} (${blamed.remark})`
    : '';
  return {
    verdict: isAbnormal ? 'abnormal' : 'normal',
    measured,
    unit: UNITS[measure],
    threshold: abnormal.value,
    traces: shown,
    blames: isAbnormal ? (question.blames ?? blamed?.culprit) : undefined,
    ...stated(`${title}: ${text(measured)} of ${sample}${because}`, bound),
    remark,
  };
}

const UNITS: Readonly<Record<TraceQuestion['measure'], string>> = {
  count: 'short',
  slowest: 'ms',
  'error-share': 'percentunit',
  edges: 'short',
};

function blamedFor(measure: TraceQuestion['measure'], shown: readonly Looked[], relevant: readonly Looked[]) {
  // Nobody is to blame for a call that does not happen.
  return measure === 'edges' ? undefined : mostNamed(measure === 'slowest' ? shown.slice(0, 1) : relevant);
}

/** Pairs of different services of which one calls the other. */
function edgeCount(traces: readonly Trace[]): number {
  const edges = new Set<string>();
  for (const { traceId, spans } of traces) {
    const { nodes } = buildTree(traceId, spans);
    for (const { parent, span } of nodes) {
      const caller = nodes[parent]?.span.serviceName;
      if (caller !== undefined && caller !== span.serviceName) {
        edges.add(JSON.stringify([caller, span.serviceName]));
      }
    }
  }
  return edges.size;
}

function look(trace: Trace, measure: TraceQuestion['measure']): Looked {
  const tree = buildTree(trace.traceId, trace.spans);
  const origin = tree.nodes.find((node) => node.isError && !hasErrorBelow(node, tree.nodes));
  const self = selfTimes(tree);
  const busiest = tree.nodes.reduce<SpanNode | undefined>(
    (most, node) => (!most || (self[node.index] ?? 0) > (self[most.index] ?? 0) ? node : most),
    undefined
  );
  const blamed = measure === 'slowest' ? busiest : origin;
  return {
    traceId: trace.traceId,
    startTimeMs: tree.startTimeMs,
    durationMs: tree.durationUs / 1000,
    hasError: origin !== undefined,
    culprit: blamed ? culpritOf(blamed) : '',
    remark: blamed ? `${blamed.span.serviceName}: ${blamed.span.operationName}` : undefined,
  };
}

/** Whom a caller waits for when that one reports no spans itself: a database, a queue, somebody else's service. */
const CALLED = ['peer.service', 'server.address', 'db.system.name', 'db.system', 'messaging.system'];

function culpritOf({ span, children }: SpanNode): string {
  const isCall = children.length === 0 && spanKind(span) === 'client';
  const called = isCall ? CALLED.map((key) => tagValue(span.tags, key)).find(Boolean) : undefined;
  return String(called ?? span.serviceName);
}

function hasErrorBelow({ index, endIndex }: SpanNode, nodes: readonly SpanNode[]): boolean {
  return nodes.slice(index + 1, endIndex).some(({ isError }) => isError);
}

function measureOf(looked: readonly Looked[], measure: Exclude<TraceQuestion['measure'], 'edges'>): number {
  switch (measure) {
    case 'count':
      return looked.length;
    case 'slowest':
      return looked.reduce((most, { durationMs }) => Math.max(most, durationMs), 0);
    case 'error-share':
      return looked.filter(({ hasError }) => hasError).length / looked.length;
  }
}

function measureText(value: number, measure: TraceQuestion['measure']): string {
  if (measure === 'error-share') {
    return `errors in ${formatPercent(value, 1)}`;
  }
  if (measure === 'edges') {
    return value === 1 ? 'one pair of services' : `${value} pairs of services`;
  }
  if (measure === 'count') {
    return String(value);
  }
  return value < 10_000 ? `${Math.round(value)} ms` : formatDuration(value);
}

/** One of those whose place occurs most often. */
function mostNamed(looked: readonly Looked[]): Looked | undefined {
  const counts = new Map<string, number>();
  for (const { remark = '' } of looked) {
    counts.set(remark, (counts.get(remark) ?? 0) + 1);
  }
  const most = [...counts].filter(([place]) => place).sort(([, a], [, b]) => b - a)[0]?.[0];
  return looked.find(({ remark }) => remark === most);
}
