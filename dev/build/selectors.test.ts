import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { selectors as real } from '@grafana/e2e-selectors';
import { get } from 'lodash';
import { selectors as ours } from '../../.config/e2e-selectors';

const SCENES = path.resolve('node_modules/@grafana/scenes/dist/esm');

/** Every `selectors.a.b.c` in the code of Scenes. */
function askedFor(): string[] {
  const texts = readdirSync(SCENES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(path.join(SCENES, file), 'utf8'));
  const paths = texts
    .filter((text) => text.includes('@grafana/e2e-selectors'))
    .flatMap((text) => [...text.matchAll(/\bselectors\.([\w.]+)/g)].map(([, found]) => found ?? ''));
  return [...new Set(paths)];
}

const text = (selector: unknown): unknown => (typeof selector === 'function' ? selector('a name') : selector);

it('finds what Scenes asks for', () => {
  expect(askedFor()).toContain('pages.Dashboard.SubMenu.submenuItem');
});

it.each(askedFor())('the bundle has the test id %s, as Grafana has it', (name) => {
  expect(text(get(ours, name))).toEqual(expect.stringContaining('data-testid'));
  expect(text(get(ours, name))).toBe(text(get(real, name)));
});

it('Scenes takes nothing else from that package', () => {
  const imports = readdirSync(SCENES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => [
      ...readFileSync(path.join(SCENES, file), 'utf8').matchAll(/import (.*) from '@grafana\/e2e-selectors'/g),
    ])
    .map(([, names]) => names);
  expect(new Set(imports)).toEqual(new Set(['{ selectors }']));
});
