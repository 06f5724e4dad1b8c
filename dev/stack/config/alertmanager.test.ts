/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Receiver {
  name: string;
  webhook_configs?: Array<{ url: string }>;
}
interface Config {
  route: unknown;
  inhibit_rules: unknown;
  receivers: Receiver[];
}

const read = (name: string) => readFileSync(`provisioning/alertmanager/${name}`, 'utf8');
const production = parse(read('alertmanager.yml')) as Config;
const development = parse(read('alertmanager.dev.yml')) as Config;

test('the development stack routes and inhibits as the real installation does', () => {
  expect(development.route).toEqual(production.route);
  expect(development.inhibit_rules).toEqual(production.inhibit_rules);
  expect(development.receivers.map(({ name }) => name)).toEqual(production.receivers.map(({ name }) => name));
});

test('every receiver of the development stack is a webhook on this machine', () => {
  for (const { name, ...integrations } of development.receivers) {
    expect(Object.keys(integrations)).toEqual(['webhook_configs']);
    expect(integrations.webhook_configs?.[0]?.url).toBe(`http://webhook:9095/notifications/${name}`);
  }
});

test('secrets are read from files only', () => {
  const secretKeys = /^\s*(?:- )?(\w*(?:password|api_url|routing_key|service_key|api_key|token|secret)\w*):/gm;
  const keys = new Set([...read('alertmanager.yml').matchAll(secretKeys)].map(([, key]) => key));
  expect([...keys].sort()).toEqual([
    'api_key_file',
    'routing_key_file',
    'slack_api_url_file',
    'smtp_auth_password_file',
  ]);
});
