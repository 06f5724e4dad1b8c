import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface SourceFile {
  /** Relative to its folder. */
  file: string;
  text: string;
}

export const filesOf = (folder: string, pattern: RegExp): SourceFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));

/** The code of Scenes without its index, and without what the build replaces and what only that needs. */
export const scenesInBundle = (): SourceFile[] =>
  filesOf(path.resolve('node_modules/@grafana/scenes/dist/esm'), /\.js$/).filter(
    ({ file }) =>
      file !== 'index.js' &&
      !/variables\/(adhoc|groupby)\//.test(file) &&
      !/\/(SceneDebugger|VizPanelRenderProfiler|ScopesVariable)\.js$/.test(file)
  );
