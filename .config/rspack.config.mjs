import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rspack } from '@rspack/core';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const pluginJson = JSON.parse(readFileSync(path.join(root, 'src/plugin.json'), 'utf8'));
const packageJson = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

// Modules that every Grafana of our range (12.2 to 13.2) shares with its plugins.
// `react/jsx-runtime` is missing on purpose: see jsx-runtime.js.
const sharedByGrafana = [
  'lodash',
  'moment',
  'react',
  'react-dom',
  'react-router',
  'react-redux',
  'redux',
  'rxjs',
  'rxjs/operators',
  'i18next',
  'd3',
  'prismjs',
  'slate',
  '@emotion/css',
  '@emotion/react',
  '@grafana/data',
  '@grafana/ui',
  '@grafana/runtime',
];

export default (_env, argv = {}) => {
  const production = argv.mode !== 'development';
  return {
    mode: production ? 'production' : 'development',
    target: ['web', 'es2021'],
    context: path.join(root, 'src'),
    entry: { module: './module.tsx' },
    devtool: 'source-map',
    externals: [
      Object.fromEntries(sharedByGrafana.map((name) => [name, name])),
      // Older paths of the host: whatever is asked for as `grafana/…` is the host's.
      ({ request }, callback) =>
        request?.startsWith('grafana/') ? callback(null, request.slice('grafana/'.length)) : callback(),
      { 'amd-module': 'module' },
    ],
    output: {
      path: path.join(root, 'dist'),
      clean: true,
      filename: '[name].js',
      chunkFilename: production ? '[name].[contenthash:8].js' : '[name].js',
      publicPath: `public/plugins/${pluginJson.id}/`,
      library: { type: 'amd' },
      uniqueName: pluginJson.id,
      crossOriginLoading: 'anonymous',
    },
    resolve: {
      extensions: ['.tsx', '.ts', '.js', '.json'],
      alias: {
        'react/jsx-runtime': path.join(root, '.config/jsx-runtime.js'),
        'react/jsx-dev-runtime': path.join(root, '.config/jsx-runtime.js'),
        '@grafana/e2e-selectors$': path.join(root, '.config/e2e-selectors.ts'),
        // One instance only: it keeps the translations in module scope.
        '@grafana/i18n': path.join(root, 'node_modules/@grafana/i18n'),
      },
    },
    module: {
      rules: [
        {
          resourceQuery: /^\?json$/,
          loader: path.join(root, '.config/catalog-loader.mjs'),
          type: 'asset/resource',
          generator: { filename: 'catalog/[contenthash:8].json' },
        },
        {
          test: /\.[jt]sx?$/,
          exclude: /node_modules/,
          resourceQuery: { not: /^\?json$/ },
          loader: 'builtin:swc-loader',
          options: {
            jsc: {
              target: 'es2021',
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic', development: false } },
            },
          },
          type: 'javascript/auto',
        },
        { test: /\.(svg|png)$/, type: 'asset/resource', generator: { filename: 'img/[name].[hash:8][ext]' } },
      ],
    },
    plugins: [
      // The app speaks English; other languages of Scenes would only mix with it.
      new rspack.NormalModuleReplacementPlugin(
        /\/locales\/(?!en-US\/)[\w-]+\/grafana-scenes\.json\.js$/,
        '../locales/en-US/grafana-scenes.json.js'
      ),
      new rspack.NormalModuleReplacementPlugin(
        /\/(AdHocFiltersVariable|GroupByVariable)\.js$/,
        path.join(root, '.config/scenes-unused-variables.ts')
      ),
      new rspack.BannerPlugin({
        banner: `/*! Watchkeeper ${packageJson.version} */`,
        raw: true,
        entryOnly: true,
      }),
      new rspack.CopyRspackPlugin({
        patterns: [
          { from: '../README.md', to: '.' },
          { from: '../CHANGELOG.md', to: '.', noErrorOnMissing: true },
          { from: '../LICENSE', to: 'LICENSE', toType: 'file' },
          { from: 'img', to: 'img', noErrorOnMissing: true },
          {
            from: 'plugin.json',
            to: '.',
            transform: (content) =>
              content
                .toString()
                .replaceAll('%VERSION%', packageJson.version)
                .replaceAll('%PLUGIN_ID%', pluginJson.id)
                .replaceAll('%TODAY%', new Date().toISOString().slice(0, 10)),
          },
        ],
      }),
      // The host verifies what the entry loads later, so a chunk that was altered on the way is refused.
      ...(production ? [new rspack.SubresourceIntegrityPlugin({ hashFuncNames: ['sha256'] })] : []),
    ],
    optimization: {
      minimize: production,
      splitChunks: {
        chunks: 'async',
        minSize: 20_000,
        cacheGroups: {
          scenes: { test: /node_modules[\\/]@grafana[\\/]scenes/, name: 'scenes', chunks: 'async', priority: 10 },
        },
      },
    },
    performance: { hints: false },
    stats: 'errors-warnings',
  };
};
