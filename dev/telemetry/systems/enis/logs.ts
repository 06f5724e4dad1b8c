import type { LogSchemaModel, LogStreamModel, StampedLog } from '../../model';
import { logDate } from '../../kit/log-date';
import { always } from '../../kit/rates';
import { NODES } from './topology';

const ENVIRONMENT = 'production';
const CLUSTER = { cluster: 'production-us-east-1', datacenter: 'aws-us-east-1a' };
/** structlog names its levels in lower case and says `warning`. */
const LEVEL_NAMES = {
  trace: 'debug',
  debug: 'debug',
  info: 'info',
  warn: 'warning',
  error: 'error',
  fatal: 'critical',
} as const;
const keyword = { type: 'keyword' };

function traceFields({ traceId, spanId }: StampedLog): Record<string, string> {
  return traceId && spanId ? { trace_id: traceId, span_id: spanId, otel_trace_id: traceId, otel_span_id: spanId } : {};
}

function indexName(log: StampedLog): string {
  return `logs-${log.service}-${ENVIRONMENT}-${logDate(log.tMs)}`;
}

/** One flat JSON document, as Vector leaves it: structlog's fields, then the enrichment. */
const applicationSchema: LogSchemaModel = {
  id: 'enis',
  indexPattern: 'logs-*',
  indexName,
  settings: { number_of_shards: 3 },
  properties: {
    timestamp: { type: 'date' },
    message: { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 256 } } },
    exception: { type: 'text' },
    duration_ms: { type: 'float' },
    status: { type: 'integer' },
    ...Object.fromEntries(
      [
        'level',
        'severity',
        'service',
        'trace_id',
        'span_id',
        'otel_trace_id',
        'otel_span_id',
        'tenant_id',
        'agent_id',
        'execution_id',
      ].map((name) => [name, keyword])
    ),
  },
  render: (log) => {
    const level = LEVEL_NAMES[log.level];
    return {
      timestamp: new Date(log.tMs).toISOString(),
      level,
      severity: level.toUpperCase(),
      logger: log.service,
      service: log.service,
      environment: ENVIRONMENT,
      version: log.version,
      message: log.message,
      ...traceFields(log),
      ...log.fields,
      source_file: `/var/log/${log.service}/${log.service}.log`,
      ...CLUSTER,
    };
  },
};

export const logSchemas: LogSchemaModel[] = [applicationSchema];

const SYSLOG_LINES = [
  ['info', 'systemd', 'Started Session of user root.'],
  ['info', 'kubelet', 'Container image already present on machine'],
  ['info', 'kernel', 'device eth0 entered promiscuous mode'],
  ['warn', 'kubelet', 'Readiness probe took longer than 1s'],
  ['info', 'chronyd', 'Selected source 169.254.169.123'],
] as const;

export const logStreams: LogStreamModel[] = [
  {
    id: 'syslog',
    perMinute: always(3),
    build: (draw) => {
      const [level, program, message] = draw.pick(SYSLOG_LINES);
      return {
        schema: 'enis',
        service: 'infrastructure',
        level,
        message,
        fields: { logger: program, host: draw.pick(NODES).split(':')[0]!, facility: 'daemon' },
      };
    },
  },
  {
    id: 'edge-heartbeat',
    perMinute: always(2),
    build: (draw) => ({
      schema: 'enis',
      service: 'edge-agents',
      level: 'info',
      message: 'agent_heartbeat',
      fields: { agent_id: `agent-${draw.int(100, 180)}`, queue_length: draw.int(0, 30) },
    }),
  },
];
