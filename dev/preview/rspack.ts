import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { rspack, type Configuration } from '@rspack/core';

const require = createRequire(import.meta.url);
const HERE = dirname(fileURLToPath(import.meta.url));

/** Folder of an installed package. */
function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

/** The build of the host page: one bundle with Grafana's packages in it; split further only where they import lazily. */
export function bundleConfig(entry: string, output: string): Configuration {
  return {
    mode: 'production',
    devtool: false,
    target: ['web', 'es2022'],
    entry: { host: entry },
    output: {
      path: output,
      filename: '[name].js',
      chunkFilename: 'chunk-[contenthash].js',
      publicPath: '/preview/assets/',
      clean: true,
    },
    resolve: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      alias: {
        // parts that Grafana itself calls, but that the packages do not export
        'grafana-i18n-internal': join(packageFolder('@grafana/i18n'), 'dist', 'esm'),
        'grafana-runtime-internal': join(packageFolder('@grafana/runtime'), 'dist', 'esm'),
        'react-router-dom$': require.resolve('react-router-dom', { paths: [HERE] }),
      },
      fallback: { fs: false, path: false, crypto: false, stream: false },
    },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'builtin:swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
              target: 'es2022',
            },
          },
        },
        // Grafana's packages are written for CommonJS interop although they end in .mjs
        { test: /\.m?js$/, type: 'javascript/auto', resolve: { fullySpecified: false } },
        { test: /\.css$/, type: 'css/auto' },
      ],
    },
    plugins: [
      // SystemJS makes a global `define` for plugins; bundled packages must not mistake it for their own loader
      new rspack.DefinePlugin({ 'typeof define': JSON.stringify('undefined') }),
      // Grafana's fonts are not in its packages: use what the machine has instead of asking for files that are not there
      new rspack.NormalModuleReplacementPlugin(
        /GlobalStyles[\\/]fonts\.mjs$|^\.\/fonts\.mjs$/,
        join(HERE, 'client', 'shell', 'fonts.ts')
      ),
    ],
    optimization: { minimize: false },
    performance: { hints: false },
    ignoreWarnings: [() => true],
    stats: 'errors-only',
  };
}
