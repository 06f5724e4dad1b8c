/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { localPrometheusConfig } from './prometheus';

const committed = readFileSync('provisioning/prometheus/prometheus.yml', 'utf8');
const addresses = {
  'localhost:9090': '127.0.0.1:1001',
  'alertmanager:9093': '127.0.0.1:1002',
  'jaeger:14269': '127.0.0.1:1003',
  'telemetry:9464': '127.0.0.1:1004',
};

interface Config {
  global: { scrape_interval: string };
  rule_files: string[];
  alerting: { alertmanagers: Array<{ static_configs: Array<{ targets: string[] }> }> };
  scrape_configs: Array<{
    job_name: string;
    static_configs?: Array<{ targets: string[]; labels?: Record<string, string> }>;
    http_sd_configs?: Array<{ url: string }>;
  }>;
}

const local = (known: Record<string, string>) =>
  parse(localPrometheusConfig(committed, { addresses: known, ruleFiles: ['/rules/*.yaml'] })) as Config;

test('points every job that has a local server at it, and leaves the others out', () => {
  const config = local(addresses);
  expect(config.scrape_configs.map(({ job_name }) => job_name)).toEqual([
    'systems',
    'prometheus',
    'alertmanager',
    'jaeger',
    'elasticsearch',
    'telemetry',
  ]);
  expect(config.scrape_configs[0]?.http_sd_configs?.[0]?.url).toBe('http://127.0.0.1:1004/sd');
  expect(config.scrape_configs[1]?.static_configs?.[0]?.targets).toEqual(['127.0.0.1:1001']);
  expect(config.alerting.alertmanagers[0]?.static_configs[0]?.targets).toEqual(['127.0.0.1:1002']);
});

test('keeps the rest, and takes the rule files that it is given', () => {
  const config = local(addresses);
  expect(config.global.scrape_interval).toBe('15s');
  expect(config.rule_files).toEqual(['/rules/*.yaml']);
});

test('without telemetry there is no discovery', () => {
  const { 'telemetry:9464': _, ...rest } = addresses;
  const jobs = local(rest).scrape_configs.map(({ job_name }) => job_name);
  expect(jobs).toEqual(['prometheus', 'alertmanager', 'jaeger']);
});

test('every target of the stack itself carries a system label', () => {
  const own = local(addresses).scrape_configs.flatMap(({ static_configs = [] }) => static_configs);
  expect(own.map(({ labels }) => labels?.['system'])).toEqual(Array(5).fill('obs-standards'));
});

test('a file of another shape is refused with the place', () => {
  const broken = 'scrape_configs:\n  - static_configs: []\n';
  expect(() => localPrometheusConfig(broken, { addresses, ruleFiles: [] })).toThrow(/scrape_configs\.0\.job_name/);
});
