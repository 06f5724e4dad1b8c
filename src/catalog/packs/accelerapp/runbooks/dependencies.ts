import { type Runbook } from '../../../../domain/runbook/types';
import {
  command,
  errorLines,
  investigate,
  kubernetes,
  metric,
  mitigate,
  on,
  promql,
  symptom,
  verify,
} from '../../runbookKit';
import { common, dependencies, nodes, workerStarted, written } from './parts';

export const dependencyRunbooks: readonly Runbook[] = [
  {
    ...common,
    id: 'llm-unavailable',
    title: 'Ollama is down',
    service: 'ollama',
    alerts: ['llm-service-unavailable'],
    severity: 'high',
    responseMinutes: 15,
    variables: { namespace: 'accelerapp', deployment: 'ollama' },
    summary: 'Ollama does not answer: nothing can be generated.',
    steps: [
      symptom(),
      investigate('effect', 'What stands still?', {
        checks: [
          metric('accelerapp.generation-failure-ratio', '>', 0.1, { title: 'Failed generations' }),
          metric('accelerapp.generation-queue', '>', 50, { title: 'Jobs that wait' }),
          errorLines(5, { service: 'accelerapp-worker' }),
        ],
      }),
      investigate('why', 'Gone, or out of memory?', {
        checks: [
          metric('ollama.loaded-models', '<', 1, { title: 'Models in memory' }),
          metric('ollama.active-requests', '>', 20, { title: 'Requests at work' }),
          command('nvidia-smi --query-gpu=memory.used,memory.total --format=csv'),
          kubernetes.logs,
        ],
      }),
      mitigate('restart', 'Start it again', {
        text: 'Load the small models first; a large one may be what took the memory.',
        checks: [kubernetes.restart, command('ollama ps')],
      }),
      verify([metric('accelerapp.generation-failure-ratio', '>', 0.1)]),
      written,
    ],
  },
  {
    ...common,
    id: 'resource-exhaustion',
    title: 'A node is out of resources',
    service: 'node-exporter',
    alerts: ['high-memory-usage', 'high-cpu-usage', 'disk-space-low'],
    severity: 'warning',
    summary: 'Memory above 85 %, CPU above 80 %, or less than 10 % of a disk left. Next, pods are evicted.',
    steps: [
      symptom(),
      investigate('nodes', 'Which node, which resource?', { checks: nodes }),
      investigate('forecast', 'How long does it last?', {
        checks: [
          promql(
            'Memory used in four hours, at this pace',
            '1 - predict_linear(node_memory_MemAvailable_bytes{$where}[30m], 4 * 3600) / node_memory_MemTotal_bytes{$where}',
            '>',
            0.95,
            { unit: 'percentunit' }
          ),
          promql(
            'Disk left in a day, at this pace',
            'predict_linear(node_filesystem_avail_bytes{$where}[1h], 86400) / node_filesystem_size_bytes{$where}',
            '<',
            0.05,
            { unit: 'percentunit' }
          ),
          metric('node-exporter.processes-blocked', '>', 5, {
            by: ['instance'],
            title: 'Processes that wait for disks',
          }),
        ],
      }),
      investigate('who', 'Who uses it?', {
        checks: [
          metric('accelerapp.traffic', '>', 500, { title: 'Requests' }),
          metric('accelerapp.generation-queue', '>', 50, { title: 'Jobs that wait' }),
          workerStarted,
          command('kubectl top pods --all-namespaces --sort-by=memory'),
        ],
      }),
      mitigate('free', 'Free it', {
        text: 'Memory: restart what leaks. CPU: move pods to another node. Disk: remove build artefacts and old images.',
        checks: [
          command('kubectl cordon $instance', 'No new pods there.'),
          command('crictl rmi --prune', 'Images have to be fetched again.'),
        ],
      }),
      verify(nodes),
      written,
    ],
    implements: ['ACC-RUNBOOK-08'],
  },
  {
    ...common,
    id: 'database-issues',
    title: 'The stores make trouble',
    alerts: [],
    severity: 'high',
    summary: 'Projects, jobs or artefacts cannot be read or written, or only slowly.',
    steps: [
      investigate('calls', 'How do the calls do?', {
        checks: [
          promql(
            'Failed calls by store',
            'sum by (span_name) (rate(traces_span_metrics_calls_total{span_name=~"(SELECT|INSERT) .+",status_code="STATUS_CODE_ERROR",$where}[$window])) / sum by (span_name) (rate(traces_span_metrics_calls_total{span_name=~"(SELECT|INSERT) .+",$where}[$window])) or sum by (span_name) (rate(traces_span_metrics_calls_total{span_name=~"(SELECT|INSERT) .+",$where}[$window])) * 0',
            '>',
            0.05,
            { unit: 'percentunit' }
          ),
          promql(
            'p95 by store',
            'histogram_quantile(0.95, sum by (span_name, le) (rate(traces_span_metrics_duration_milliseconds_bucket{span_name=~"(SELECT|INSERT) .+",$where}[$window])))',
            '>',
            300,
            { unit: 'ms' }
          ),
          ...dependencies,
        ],
        branches: [on('abnormal', 'relieve')],
      }),
      investigate('disk', 'Has the disk room?', { checks: nodes }),
      mitigate('relieve', 'Relieve it', {
        text: 'Stop backups and bulk jobs; end transactions that hold locks.',
        checks: [
          command(
            'psql -c "select pid, state, now() - xact_start as age, query from pg_stat_activity order by age desc limit 10"'
          ),
        ],
      }),
      {
        id: 'verify',
        phase: 'verify',
        title: 'Is it over?',
        checks: [metric('accelerapp.error-ratio', '>', 0.05), metric('accelerapp.latency-p95', '>', 1)],
      },
      written,
    ],
    implements: ['ACC-RUNBOOK-08'],
  },
];
