// The rules generator, compiled once: starting from the TypeScript sources takes longer than the work itself.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const cacheDir = path.join(projectDir, '.cache/rules');
/** Everything that the program is made of. */
const sources = ['dev/rules', 'src/catalog', 'src/domain', 'package-lock.json', 'dev/run/rules.mjs'];

/** Path of the compiled program, which is built when the sources are not those of the last time. */
async function program() {
  const folder = path.join(cacheDir, sourcesHash());
  if (!existsSync(folder)) {
    const aside = `${folder}.${process.pid}`;
    await compile(aside);
    for (const name of readdirSync(cacheDir).filter((old) => !old.includes('.'))) {
      rmSync(path.join(cacheDir, name), { recursive: true, force: true });
    }
    renameSync(aside, folder);
  }
  return path.join(folder, 'main.mjs');
}

function sourcesHash() {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources) {
    const start = path.join(projectDir, source);
    for (const file of filesOf(start)) {
      hash.update(path.relative(projectDir, file)).update(readFileSync(file));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

function filesOf(start) {
  if (!existsSync(start) || /\.[a-z]+$/.test(start)) {
    return existsSync(start) ? [start] : [];
  }
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

async function compile(output) {
  mkdirSync(output, { recursive: true });
  const { rspack } = await import('@rspack/core');
  const compiler = rspack({
    mode: 'production',
    target: 'node20',
    context: projectDir,
    entry: { main: './dev/rules/main.ts' },
    devtool: false,
    experiments: { outputModule: true },
    output: { path: output, filename: '[name].mjs', chunkFilename: '[name].mjs', module: true, chunkFormat: 'module' },
    optimization: { minimize: false },
    resolve: { extensions: ['.ts', '.js', '.json'] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: 'builtin:swc-loader',
          options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
        },
      ],
    },
    infrastructureLogging: { level: 'error' },
  });
  await new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      const failure =
        error ?? (stats?.hasErrors() ? new Error(stats.toString({ all: false, errors: true })) : undefined);
      compiler.close(() => (failure ? reject(failure) : resolve()));
    });
  });
}

await import(pathToFileURL(await program()).href);
