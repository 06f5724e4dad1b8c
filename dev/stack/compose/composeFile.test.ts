/** @jest-environment node */
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { preferredPorts } from '../ports';
import { portVariables } from './provider';

interface Service {
  image: string;
  build?: unknown;
  ports?: string[];
  volumes?: string[];
  command?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
}

const text = readFileSync('docker-compose.yaml', 'utf8');
const compose = parse(text, { merge: true }) as { services: Record<string, Service>; volumes: Record<string, unknown> };
const services = Object.entries(compose.services);

test('holds the whole documented stack', () => {
  expect(Object.keys(compose.services).sort()).toEqual([
    'alertmanager',
    'elasticsearch',
    'grafana',
    'history',
    'jaeger',
    'kibana',
    'node-exporter',
    'otel-collector',
    'prometheus',
    'telemetry',
    'vector',
    'webhook',
  ]);
});

test.each(services)('%s: a pinned version, loopback ports, a health check', (name, service) => {
  if (!service.build) {
    expect(service.image).toMatch(/:(v?\d+\.\d+\.\d+|\$\{GRAFANA_VERSION:-\d+\.\d+\.\d+\})/);
  }
  for (const port of service.ports ?? []) {
    expect(port).toMatch(/^127\.0\.0\.1:\$\{[A-Z_]+_PORT:-\d+\}:\d+$/);
  }
  // One ends by itself, the other's image has nothing to check with.
  if (name !== 'history' && name !== 'otel-collector') {
    expect(service.healthcheck?.test.length).toBeGreaterThan(1);
  }
});

test.each(services)('%s: what it mounts and waits for exists', (_, service) => {
  for (const volume of service.volumes ?? []) {
    const source = volume.split(':')[0] ?? '';
    expect(
      source.startsWith('.') ? source === './dist' || existsSync(source) : source === '/' || source in compose.volumes
    ).toBe(true);
  }
  for (const [dependency, { condition }] of Object.entries(service.depends_on ?? {})) {
    const needed = compose.services[dependency];
    expect(needed).toBeDefined();
    if (condition === 'service_healthy') {
      expect(needed?.healthcheck).toBeDefined();
    }
  }
});

test('every port variable of the file is set, with the documented port as its default', () => {
  const inFile = [...text.matchAll(/\$\{([A-Z_]+_PORT):-(\d+)\}/g)].map(([, name, port]) => [name, port]);
  expect(Object.fromEntries(inFile)).toEqual(portVariables(preferredPorts));
});

test('Prometheus and Jaeger run in the versions that the native stack builds', () => {
  expect(compose.services['prometheus']?.image).toBe('prom/prometheus:v3.15.0');
  expect(compose.services['alertmanager']?.image).toBe('prom/alertmanager:v0.34.2');
  expect(compose.services['jaeger']?.image).toBe('jaegertracing/all-in-one:1.62.0');
});
