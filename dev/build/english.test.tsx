import { render } from '@testing-library/react';
import { t, Trans } from '../../.config/scenes-english';
import { scenesInBundle } from './scenes';

it('puts values into a sentence', () => {
  expect(t('a.key', 'Move {{duration}} backward, {{ how }}', { duration: '2h' })).toBe('Move 2h backward, {{ how }}');
  expect(t('a.key', 'Refresh')).toBe('Refresh');
  expect(render(<Trans i18nKey="a.key">Explore</Trans>).container.textContent).toBe('Explore');
});

describe('what Scenes asks of its translations', () => {
  const users = scenesInBundle().filter(
    ({ file, text }) => text.includes("from '@grafana/i18n'") && file !== 'utils/loadResources.js'
  );

  it('is t and Trans', () => {
    const names = users.flatMap(({ text }) => [...text.matchAll(/import \{([^}]*)\} from '@grafana\/i18n'/g)]);
    const taken = names.flatMap(([, list = '']) => list.split(',').map((name) => name.trim()));
    expect(new Set(taken)).toEqual(new Set(['t', 'Trans']));
  });

  it('has its English with every key, values only in t, and no plural', () => {
    const texts = users.map(({ text }) => text).join('\n');
    const withEnglish = texts.match(/\bt\(\s*"[^"]+",\s*["'`]/g) ?? [];
    expect(withEnglish.length).toBeGreaterThan(20);
    expect(texts.match(/(?<![\w.])t\(/g)).toHaveLength(withEnglish.length);
    expect(texts.match(/\{\{[^}]*[^}\w][^}]*\}\}/g)).toBeNull();
    expect(texts).not.toMatch(/\bt\([^()]*\{\s*count\b/);
    const plain = texts.match(/createElement\(Trans, \{ i18nKey: "[^"]+" \}, "[^"{]+"\)/g) ?? [];
    expect(plain.length).toBeGreaterThan(2);
    expect(texts.match(/createElement\(Trans,/g)).toHaveLength(plain.length);
  });
});
