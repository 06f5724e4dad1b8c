import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rspack } from '@rspack/core';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const pluginJson = JSON.parse(readFileSync(path.join(root, 'src/plugin.json'), 'utf8'));
const packageJson = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

// Grafana 12.2 does not share `react/jsx-runtime`, and a bundled copy of React 19's would make elements that a React 18
// host rejects. So JSX compiles to the host's own `createElement`, under these names.
const ELEMENT = 'jsxElement';
const FRAGMENT = 'jsxFragment';

// Modules that every Grafana of our range (12.2 to 13.2) shares with its plugins.
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
    target: ['web', 'es2022'],
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
        '@grafana/e2e-selectors$': path.join(root, '.config/e2e-selectors.ts'),
        '@grafana/i18n$': path.join(root, '.config/scenes-english.ts'),
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
              target: 'es2022',
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'classic', pragma: ELEMENT, pragmaFrag: FRAGMENT } },
            },
          },
          type: 'javascript/auto',
        },
        { test: /\.(svg|png)$/, type: 'asset/resource', generator: { filename: 'img/[name].[hash:8][ext]' } },
      ],
    },
    plugins: [
      new rspack.ProvidePlugin({ [ELEMENT]: ['react', 'createElement'], [FRAGMENT]: ['react', 'Fragment'] }),
      new rspack.NormalModuleReplacementPlugin(
        /\/(AdHocFiltersVariable|GroupByVariable|ScopesVariable)\.js$/,
        path.join(root, '.config/scenes-unused-variables.ts')
      ),
      new rspack.NormalModuleReplacementPlugin(
        /\/(SceneDebugger|VizPanelRenderProfiler)\.js$/,
        path.join(root, '.config/scenes-unused-tools.ts')
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
      minimizer: [
        new rspack.SwcJsMinimizerRspackPlugin({
          minimizerOptions: { ecma: 2022, compress: { ecma: 2022, passes: 3 } },
        }),
      ],
      // A release replaces all files, so names need not stay the same from one to the next.
      mangleExports: 'size',
      moduleIds: 'natural',
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
