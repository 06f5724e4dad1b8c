import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import { fieldText, flatFields } from '../../domain/logs/flatFields';
import { isSecretName, maskSecrets } from '../../domain/logs/maskSecrets';
import { copyText } from '../panel/copyLink';
import { type LineActions } from './lineActions';

interface Props {
  document: Readonly<Record<string, unknown>>;
  /** The fields that are columns. */
  columns: readonly string[];
  actions?: LineActions | undefined;
}

/** Every field of a line; its value can be copied and looked for, and the field be made a column. */
export function FieldTable({ document, columns, actions }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <table className={styles.table} aria-label="Fields of the line">
      <tbody>
        {flatFields(document).map(({ name, value }) => {
          const isSecret = isSecretName(name.split('.').at(-1) ?? name);
          const text = isSecret ? '•••' : maskSecrets(fieldText(value));
          const isColumn = columns.includes(name);
          // A list is no one value that lines could have, and a masked text is in no line.
          const canFilter = typeof value !== 'object' && text === fieldText(value) && text !== '';
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{text}</td>
              <td className={styles.buttons}>
                {actions && canFilter && (
                  <>
                    <IconButton
                      name="search-plus"
                      size="sm"
                      tooltip={`Only lines with ${name} ${shortened(text)}`}
                      onClick={() => actions.onFilter({ field: name, value: text, isExcluded: false })}
                    />
                    <IconButton
                      name="search-minus"
                      size="sm"
                      tooltip={`No lines with ${name} ${shortened(text)}`}
                      onClick={() => actions.onFilter({ field: name, value: text, isExcluded: true })}
                    />
                  </>
                )}
                {actions && (
                  <IconButton
                    key={String(isColumn)}
                    name={isColumn ? 'eye-slash' : 'eye'}
                    size="sm"
                    tooltip={isColumn ? `Drop the column ${name}` : `Show ${name} as a column`}
                    onClick={() => actions.onColumn(name)}
                  />
                )}
                <IconButton
                  name="copy"
                  size="sm"
                  tooltip={`Copy ${name}`}
                  onClick={() => void copyText(text, 'Value')}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A tooltip is no place for a whole message. */
const shortened = (text: string) => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);
const MOST_SHOWN = 60;

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    width: '100%',
    maxWidth: 900,
    fontSize: theme.typography.bodySmall.fontSize,
    'th, td': { padding: theme.spacing(0.25, 1), verticalAlign: 'top', textAlign: 'left', overflowWrap: 'anywhere' },
    th: { width: '28%', color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    tr: { borderTop: `1px solid ${theme.colors.border.weak}` },
  }),
  buttons: css({
    width: 100,
    '& > button': { verticalAlign: 'middle' },
    whiteSpace: 'nowrap',
    '&&': { textAlign: 'right' },
  }),
});
