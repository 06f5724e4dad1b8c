import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';

/** The tables of the service's tabs. */
export const tableStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflow: 'auto', width: '100%' }),
  table: css({
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: theme.typography.bodySmall.fontSize,
    'th, td': {
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      textAlign: 'left',
      verticalAlign: 'top',
      fontWeight: theme.typography.fontWeightRegular,
    },
    'thead th': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightMedium },
  }),
  number: css({ '&&': { textAlign: 'right' }, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
  wide: css({ overflowWrap: 'anywhere' }),
  secondary: css({ color: theme.colors.text.secondary }),
  note: css({
    margin: theme.spacing(1, 1, 0),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
