import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';

/** The tables of the pages about objectives. */
export const tableStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflowX: 'auto', width: '100%' }),
  table: css({
    width: '100%',
    fontSize: theme.typography.bodySmall.fontSize,
    'th, td': {
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      textAlign: 'left',
      verticalAlign: 'top',
    },
    'thead th': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightMedium },
  }),
  number: css({ '&&': { textAlign: 'right' }, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
  secondary: css({ color: theme.colors.text.secondary }),
  group: css({
    '&&': { background: theme.colors.background.secondary, fontWeight: theme.typography.fontWeightMedium },
  }),
});
