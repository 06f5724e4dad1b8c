import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';

/** Tables of these pages: dense, numbers to the right, words below them. */
export const tableStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflow: 'auto', flexGrow: 1, minHeight: 0, width: '100%' }),
  table: css({
    width: '100%',
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
    'th, td': {
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      textAlign: 'left',
      verticalAlign: 'top',
    },
    'thead th': {
      position: 'sticky',
      top: 0,
      background: theme.colors.background.primary,
      color: theme.colors.text.secondary,
      fontWeight: theme.typography.fontWeightMedium,
    },
    'tbody th': { fontWeight: theme.typography.fontWeightRegular },
  }),
  number: css({ '&&': { textAlign: 'right' }, whiteSpace: 'nowrap' }),
  wide: css({ minWidth: 150 }),
  note: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    padding: theme.spacing(0.5, 1),
    margin: 0,
  }),
  words: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
