import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Checkbox, useStyles2 } from '@grafana/ui';
import { fieldTitle } from '../../scenes/logs/fieldTitles';
import { type LogLinesPanel } from '../../scenes/logs/LogLinesPanel';
import { columnChoices } from './columnChoices';

interface Props {
  lines: LogLinesPanel;
  usual: readonly string[];
  chosen: readonly string[] | undefined;
  onColumn: (name: string) => void;
  onUsual: () => void;
}

/** Which fields of the lines are columns. */
export function ColumnsPane({ lines, usual, chosen, onColumn, onUsual }: Props) {
  const styles = useStyles2(getStyles);
  const { value } = lines.lines.useState();
  const shown = chosen ?? usual;
  return (
    <fieldset className={styles.pane}>
      <legend className={styles.title}>Columns, of the fields that the lines below have</legend>
      <div className={styles.names}>
        {columnChoices(usual, shown, value?.lines ?? []).map((name) => (
          <Checkbox
            key={name}
            label={usual.includes(name) ? fieldTitle(name) : name}
            value={shown.includes(name)}
            onChange={() => onColumn(name)}
          />
        ))}
      </div>
      <Button size="sm" fill="text" disabled={chosen === undefined} onClick={onUsual}>
        As at the beginning
      </Button>
    </fieldset>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  pane: css({
    padding: theme.spacing(1, 1.5),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
  }),
  title: css({ ...theme.typography.h6, float: 'left', width: '100%', margin: theme.spacing(0, 0, 0.5) }),
  names: css({
    clear: 'both',
    columns: '180px',
    maxHeight: 220,
    overflow: 'auto',
    '& > *': { breakInside: 'avoid', width: '100%', justifyContent: 'start', overflowWrap: 'anywhere' },
  }),
});
