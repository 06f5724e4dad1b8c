/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const read = (name: string): unknown => parse(readFileSync(`provisioning/${name}`, 'utf8'));

const collector = read('otel-collector/config.yaml') as {
  receivers: Record<string, unknown>;
  processors: Record<string, unknown>;
  exporters: Record<string, unknown>;
  connectors: Record<string, unknown>;
  service: { pipelines: Record<string, { receivers: string[]; processors: string[]; exporters: string[] }> };
};
const vector = read('vector/vector.yaml') as { sinks: Record<string, unknown> };

test('the collector takes spans as OTLP, Jaeger and Zipkin, batches and enriches them, and passes them to Jaeger', () => {
  expect(collector.service.pipelines['traces']).toEqual({
    receivers: ['otlp', 'jaeger', 'zipkin'],
    processors: ['memory_limiter', 'resource', 'batch'],
    exporters: ['otlp/jaeger', 'spanmetrics'],
  });
  expect(Object.keys(collector.receivers['jaeger'] as object)).toEqual(['protocols']);
});

test('every part of a pipeline of the collector is configured', () => {
  const known = (part: 'receivers' | 'processors' | 'exporters') =>
    new Set([...Object.keys(collector[part]), ...(part === 'processors' ? [] : Object.keys(collector.connectors))]);
  for (const pipeline of Object.values(collector.service.pipelines)) {
    for (const part of ['receivers', 'processors', 'exporters'] as const) {
      expect(pipeline[part].filter((name) => !known(part).has(name))).toEqual([]);
    }
  }
});

test('Vector writes compressed batches of at most 10 MiB, at least every five seconds', () => {
  expect(vector.sinks['elasticsearch']).toMatchObject({
    compression: 'gzip',
    batch: { max_bytes: 10 * 1024 ** 2, timeout_secs: 5 },
  });
});
