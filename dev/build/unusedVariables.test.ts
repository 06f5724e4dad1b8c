import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as replacement from '../../.config/scenes-unused-variables';

const REPLACED = /\/(AdHocFiltersVariable|GroupByVariable)\.js$/;

const filesOf = (folder: string, pattern: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));

/** What the parts of Scenes that stay in the bundle take from the replaced modules. */
function namesTaken(): string[] {
  return filesOf(path.resolve('node_modules/@grafana/scenes/dist/esm'), /\.js$/)
    .filter(({ file }) => file !== 'index.js' && !/variables\/(adhoc|groupby)\//.test(file))
    .flatMap(({ text }) => [...text.matchAll(/import \{([^}]*)\} from '([^']+)'/g)])
    .filter(([, , from]) => REPLACED.test(from ?? ''))
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));
}

it('has everything that Scenes asks the replaced modules for', () => {
  expect(namesTaken()).toContain('AdHocFiltersVariable');
  expect(Object.keys(replacement)).toEqual(expect.arrayContaining(namesTaken()));
});

it('the app uses neither kind of variable', () => {
  const users = filesOf(path.resolve('src'), /\.tsx?$/).filter(({ text }) =>
    /\b(AdHocFiltersVariable|GroupByVariable)\b/.test(text)
  );
  expect(users.map(({ file }) => file)).toEqual([]);
});
