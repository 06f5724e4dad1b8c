import { css, type SerializedStyles } from '@emotion/react';

const SANS = [
  'Inter',
  'Inter Variable',
  'Roboto',
  'Segoe UI',
  'Helvetica Neue',
  'Helvetica',
  'Arial',
  'Liberation Sans',
  'DejaVu Sans',
];
const MONO = ['Roboto Mono', 'SF Mono', 'Menlo', 'Consolas', 'Liberation Mono', 'DejaVu Sans Mono', 'Courier New'];

function face(fontFamily: string, names: string[], weights: string, fontStyle: string): SerializedStyles {
  return css({
    '@font-face': {
      fontFamily,
      fontStyle,
      fontWeight: weights,
      src: names.map((name) => `local('${name}')`).join(', '),
    },
  });
}

/**
 * Stands in for Grafana's font faces, whose files its packages do not carry: the first of the machine's own fonts goes
 * by the names that Grafana uses, so that text is measured (in graphs' axes) as it is drawn.
 */
export function getFontStyles(): SerializedStyles[] {
  return [
    face('Inter', SANS, '400 500', 'normal'),
    face('Inter', SANS, '400 500', 'italic'),
    face('Roboto Mono', MONO, '400 500', 'normal'),
  ];
}
