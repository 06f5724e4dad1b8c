/** @jest-environment node */
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../testing';
import { findGrafana } from './find';
import { grafanaEnvironment } from './spec';

const folder = temporaryFolder({
  'home/bin/grafana': '',
  'home/conf/defaults.ini': '',
  'old/bin/grafana-server': '',
  'old/conf/defaults.ini': '',
  'stray/grafana': '',
  'linked/readme': '',
});
symlinkSync(path.join(folder, 'home/bin/grafana'), path.join(folder, 'linked/grafana'));

test('GRAFANA_HOME comes before PATH', () => {
  expect(findGrafana({ GRAFANA_HOME: `${folder}/home`, PATH: `${folder}/old/bin` })).toEqual({
    command: `${folder}/home/bin/grafana`,
    leadingArgs: ['server'],
    homeDir: `${folder}/home`,
  });
});

test('the older program name takes no subcommand', () => {
  expect(findGrafana({ PATH: `${folder}/old/bin` })).toEqual({
    command: `${folder}/old/bin/grafana-server`,
    leadingArgs: [],
    homeDir: `${folder}/old`,
  });
});

test('a link on PATH leads to the files beside the program', () => {
  expect(findGrafana({ PATH: `${folder}/linked` })?.homeDir).toBe(path.join(folder, 'home'));
});

test('a program without its files is no installation', () => {
  expect(findGrafana({ PATH: `${folder}/stray` })).toBeUndefined();
  expect(findGrafana({})).toBeUndefined();
});

test('settings become the environment variables that Grafana reads', () => {
  expect(grafanaEnvironment({ server_http_port: '3000', 'auth.anonymous_enabled': 'true' })).toEqual({
    GF_SERVER_HTTP_PORT: '3000',
    GF_AUTH_ANONYMOUS_ENABLED: 'true',
  });
});
