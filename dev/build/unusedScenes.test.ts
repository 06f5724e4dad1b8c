import path from 'node:path';
import * as tools from '../../.config/scenes-unused-tools';
import * as variables from '../../.config/scenes-unused-variables';
import { filesOf, scenesInBundle } from './scenes';

/** What the parts of Scenes that stay in the bundle take from the replaced modules. */
const namesTaken = (replaced: RegExp) =>
  scenesInBundle()
    .flatMap(({ text }) => [...text.matchAll(/import \{([^}]*)\} from '([^']+)'/g)])
    .filter(([, , from]) => replaced.test(from ?? ''))
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));

describe.each([
  ['kinds of variables', variables, ['AdHocFiltersVariable', 'GroupByVariable', 'ScopesVariable']],
  ['tools', tools, ['SceneDebugger', 'VizPanelRenderProfiler']],
])('in place of unused %s', (_, replacement, replaced) => {
  it('is everything that Scenes asks the replaced modules for', () => {
    const taken = namesTaken(new RegExp(`/(${replaced.join('|')})\\.js$`));
    expect(taken).toEqual(expect.arrayContaining(replaced));
    expect(Object.keys(replacement)).toEqual(expect.arrayContaining(taken));
  });

  it('is nothing that the app uses', () => {
    const users = filesOf(path.resolve('src'), /\.tsx?$/).filter(({ text }) =>
      new RegExp(`\\b(${replaced.join('|')})\\b`).test(text)
    );
    expect(users.map(({ file }) => file)).toEqual([]);
  });
});
