import { renderMarkdown } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { markdownText, visible } from '../domain/runbook/escape';
import { UserMarkdown } from './UserMarkdown';

describe('Markdown from users', () => {
  it.each([
    '<script>globalThis.stolen = true</script>',
    '<img src=x onerror="globalThis.stolen = true">',
    '<a href="javascript:globalThis.stolen = true">x</a>',
    '[x](javascript:globalThis.stolen=true)',
    '<style>body { display: none }</style>',
    '<iframe src="https://evil.example"></iframe>',
    '<svg onload="globalThis.stolen = true"></svg>',
  ])('cannot bring a script, handler, style or unsafe link: %s', (text) => {
    const { container } = render(<UserMarkdown text={`Before ${text} after`} />);
    expect(container.querySelectorAll('script, style, iframe, [onerror], [onload], [onclick]')).toHaveLength(0);
    for (const link of container.querySelectorAll('a')) {
      expect(link.getAttribute('href') ?? '').not.toMatch(/javascript:/i);
    }
    expect(globalThis).not.toHaveProperty('stolen');
    expect(container.textContent).toMatch(/^Before/);
  });

  it('is drawn as Markdown', () => {
    render(<UserMarkdown text={'- **bold**\n- `code`'} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });
});

it('a value that is written into Markdown is text and nothing else', () => {
  const piece = fc.constantFrom(
    '*',
    '_',
    '`',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '#',
    '|',
    '!',
    '~',
    '-',
    '1.',
    '&lt;',
    '\\',
    'a',
    ' ',
    'http://x.y',
    'www.x.y',
    'a@b.co',
    '<b>'
  );
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece).map((parts) => parts.join(''))
  );
  const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
  fc.assert(
    fc.property(value, (text) => {
      const html = document.createElement('div');
      html.innerHTML = renderMarkdown(`x ${markdownText(text)} y`);
      expect(html.querySelectorAll('*')).toHaveLength(1);
      expect(flat(html.textContent ?? '')).toBe(flat(`x ${visible(text)} y`));
    }),
    { numRuns: 300 }
  );
});
