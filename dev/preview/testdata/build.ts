import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { rspack } from '@rspack/core';

const HERE = dirname(fileURLToPath(import.meta.url));
const PLUGIN_ID = 'preview-test-app';
const SHARED = [
  '@emotion/css',
  '@grafana/data',
  '@grafana/runtime',
  '@grafana/ui',
  'i18next',
  'lodash',
  'react',
  'react-dom',
  'react-router',
  'react/jsx-runtime',
  'rxjs',
];

/** Builds the test app the way plugins are built: AMD, with Grafana's modules left to the host. */
export function buildTestPlugin(output: string): Promise<void> {
  const compiler = rspack({
    mode: 'production',
    target: ['web', 'es2022'],
    context: join(HERE, 'plugin'),
    entry: { module: './module.tsx' },
    externals: Object.fromEntries(SHARED.map((name) => [name, name])),
    output: { path: output, filename: '[name].js', library: { type: 'amd' }, publicPath: `public/plugins/${PLUGIN_ID}/`, clean: true },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'builtin:swc-loader',
          options: { jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' } },
        },
      ],
    },
    plugins: [new rspack.CopyRspackPlugin({ patterns: ['plugin.json', 'logo.svg'] })],
    optimization: { minimize: false },
  });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      const failure = error ?? (stats?.hasErrors() ? new Error(stats.toString({ all: false, errors: true })) : undefined);
      compiler.close(() => (failure ? reject(failure) : resolve()));
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildTestPlugin(process.argv[2] ?? join(HERE, '..', '..', '..', '.cache', 'preview', 'test-plugin'));
}
