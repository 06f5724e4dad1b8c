import { type Service } from '../../types';
import { calledSignals } from '../calledSignals';
import { applicationSignals, budgetConsumed } from './services/application';
import { databaseSignals } from './services/backing';
import { orderSignals, paymentSignals, userSignals } from './services/business';
import { containerSignals, kubernetesSignals, nodeSignalsOfStandard } from './services/infrastructure';
import {
  alertmanagerSignals,
  deliverySignals,
  elasticsearchSignals,
  jaegerSignals,
  prometheusSignals,
} from './services/monitoring';
import { webFrontendSignals } from './services/webFrontend';
import { AVAILABILITY } from './slos';

const logs = (where: Readonly<Record<string, string>>) => ({ schema: 'app-logs', where });

const golden = (id: string) => ({
  traffic: `${id}.traffic`,
  errors: `${id}.error-ratio`,
  latency: `${id}.latency-p95`,
});

/** All services share one scrape job; the pods carry their names. */
const application = (id: string) => ({
  id,
  kind: 'application' as const,
  scrape: { job: 'application-metrics', kubernetes_pod_name: { re: `${id}-.+` } },
  golden: { ...golden(id), saturation: `${id}.memory` },
  traces: { service: id },
  logs: logs({ service: id }),
});

const consumed = (service: keyof typeof AVAILABILITY) => {
  const { id, targetRatio, windowDays } = AVAILABILITY[service];
  return { 'budget-consumed': budgetConsumed(id, targetRatio, windowDays) };
};

const applications: readonly Service[] = [
  {
    ...application('web-frontend'),
    name: 'Web Front End',
    description: 'Derived: the standard has its metrics (sessions, checkouts, page loads) and no name for it.',
    team: 'business',
    isPublic: true,
    dependsOn: ['user-service', 'order-service'],
    signals: webFrontendSignals,
    implements: ['OBS-OTEL-13'],
  },
  {
    ...application('user-service'),
    name: 'User Service',
    team: 'platform',
    dependsOn: ['postgresql', 'rabbitmq', 'external-api'],
    signals: { ...applicationSignals('user-service'), ...userSignals, ...consumed('user-service') },
    implements: ['OBS-OTEL-10'],
  },
  {
    ...application('order-service'),
    name: 'Order Service',
    description: 'Derived: the standard has its operation (process_order) and its metrics, and no name for it.',
    team: 'platform',
    dependsOn: ['payment-service', 'rabbitmq', 'postgresql'],
    signals: { ...applicationSignals('order-service'), ...orderSignals },
    implements: ['OBS-OTEL-12'],
  },
  {
    ...application('payment-service'),
    name: 'Payment Service',
    team: 'payments',
    dependsOn: ['postgresql'],
    signals: { ...applicationSignals('payment-service'), ...paymentSignals, ...consumed('payment-service') },
    implements: ['OBS-OTEL-11'],
  },
  {
    id: 'authentication_system',
    name: 'Authentication System',
    description: 'What the audit log calls the resource of sign-ins. It has no metrics: look at its entries.',
    kind: 'application',
    team: 'platform',
    logs: logs({ 'fields.resource': 'authentication_system' }),
    implements: ['OBS-OTEL-14'],
  },
];

const backing: readonly Service[] = [
  {
    id: 'postgresql',
    name: 'PostgreSQL',
    description: 'As the services count their operations.',
    kind: 'datastore',
    team: 'infrastructure',
    signals: databaseSignals,
    golden: golden('postgresql'),
    implements: ['OBS-OTEL-15'],
  },
  {
    id: 'rabbitmq',
    name: 'RabbitMQ',
    description: 'As the services see it.',
    kind: 'datastore',
    team: 'infrastructure',
    signals: calledSignals({ span_kind: 'SPAN_KIND_PRODUCER', span_name: 'message.send' }),
    golden: golden('rabbitmq'),
    implements: ['OBS-OTEL-15'],
  },
  {
    id: 'external-api',
    name: 'External API',
    description: 'Somebody else’s, as the user service sees it.',
    kind: 'application',
    team: 'platform',
    signals: calledSignals({
      span_kind: 'SPAN_KIND_CLIENT',
      service_name: 'user-service',
      span_name: 'http.client.get',
    }),
    golden: golden('external-api'),
    implements: ['OBS-OTEL-15'],
  },
];

const infrastructure = (id: string, name: string, job: string, more: Partial<Service>): Service => ({
  id,
  name,
  kind: 'infrastructure',
  team: 'infrastructure',
  scrape: { job },
  ...more,
});

const monitoring = (id: string, name: string, more: Partial<Service>): Service => ({
  id,
  name,
  kind: 'monitoring',
  team: 'platform',
  scrape: { job: id },
  ...more,
});

export const services: readonly Service[] = [
  ...applications,
  ...backing,
  infrastructure('nodes', 'Nodes', 'node-exporter', {
    signals: nodeSignalsOfStandard,
    golden: { traffic: 'nodes.network', saturation: 'nodes.fullest' },
  }),
  infrastructure('containers', 'Containers', 'cadvisor', {
    signals: containerSignals,
    golden: { traffic: 'containers.network-received', saturation: 'containers.cpu' },
  }),
  infrastructure('kubernetes', 'Kubernetes objects', 'kube-state-metrics', { signals: kubernetesSignals }),
  monitoring('prometheus', 'Prometheus', {
    description: 'Collects metrics and evaluates rules.',
    dependsOn: ['alertmanager'],
    signals: prometheusSignals,
    golden: {
      traffic: 'prometheus.samples-ingested',
      errors: 'prometheus.rule-failure-ratio',
      latency: 'prometheus.query-latency-p95',
      saturation: 'prometheus.cardinality-used',
    },
  }),
  monitoring('alertmanager', 'Alertmanager', {
    description: 'Groups alerts and notifies.',
    signals: alertmanagerSignals,
    golden: {
      traffic: 'alertmanager.notifications',
      errors: 'alertmanager.notification-failure-ratio',
      latency: 'alertmanager.notification-latency-p95',
    },
  }),
  monitoring('jaeger', 'Jaeger', {
    description: 'Takes and stores spans.',
    signals: jaegerSignals,
    golden: {
      traffic: 'jaeger.spans-received',
      errors: 'jaeger.drop-ratio',
      latency: 'jaeger.save-latency-p95',
      saturation: 'jaeger.queue-used',
    },
  }),
  monitoring('elasticsearch', 'Elasticsearch', {
    description: 'Stores log lines.',
    signals: elasticsearchSignals,
    golden: {
      traffic: 'elasticsearch.documents-indexed',
      errors: 'elasticsearch.refusal-ratio',
      latency: 'elasticsearch.search-time',
      saturation: 'elasticsearch.heap-used',
    },
  }),
  monitoring('telemetry', 'Telemetry generator', {
    description: 'Plays the systems of the development stack, and sends their spans and log lines.',
    dependsOn: ['jaeger', 'elasticsearch'],
    signals: deliverySignals,
    golden: {
      traffic: 'telemetry.sent',
      errors: 'telemetry.failure-ratio',
      latency: 'telemetry.send-latency-p95',
    },
  }),
];
