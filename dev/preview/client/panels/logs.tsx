import { css, cx } from '@emotion/css';
import { dateTimeFormat, PanelPlugin, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { Button, IconButton, ScrollContainer, TextLink, useStyles2 } from '@grafana/ui';
import { useState } from 'react';

import { NoData } from './noData';
import { declareOptions } from './options';
import { levelColor, toLogLines, type LogLine } from './logs/lines';

interface LogsOptions {
  showTime: boolean;
  wrapLogMessage: boolean;
  enableLogDetails: boolean;
  sortOrder: 'Ascending' | 'Descending';
}

/** More lines than this are shown only on request. */
const PAGE_LINES = 200;

function Line({ line, options, timeZone }: { line: LogLine; options: LogsOptions; timeZone: string }) {
  const styles = useStyles2(getStyles);
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className={cx(styles.line, levelColor(line.level))} data-level={line.level}>
        {options.enableLogDetails && (
          <IconButton
            name={open ? 'angle-down' : 'angle-right'}
            aria-label={open ? 'Hide the fields of this line' : 'Show the fields of this line'}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          />
        )}
        {options.showTime && (
          <time className={styles.time}>{dateTimeFormat(line.timeMs, { timeZone, defaultWithMS: true })}</time>
        )}
        <span className={options.wrapLogMessage ? styles.wrapped : styles.single}>{line.body}</span>
      </div>
      {open && (
        <table className={styles.details}>
          <tbody>
            {line.fields.map((field) => (
              <tr key={field.name}>
                <th scope="row">{field.name}</th>
                <td>
                  {field.value}
                  {field.links.map((link) => (
                    <span key={link.href} className={styles.link}>
                      <TextLink href={link.href}>{link.title}</TextLink>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function LogsPanel({ data, options, timeZone, fieldConfig, id, width, height }: PanelProps<LogsOptions>) {
  const [limit, setLimit] = useState(PAGE_LINES);
  const styles = useStyles2(getStyles);
  const lines = toLogLines(data.series, options.sortOrder === 'Ascending');
  if (lines.length === 0) {
    return <NoData id={id} data={data} fieldConfig={fieldConfig} needsStringField />;
  }
  return (
    <div style={{ width, height }} className={styles.panel}>
      <ScrollContainer>
        {lines.slice(0, limit).map((line) => (
          <Line key={line.id} line={line} options={options} timeZone={timeZone} />
        ))}
        {lines.length > limit && (
          <Button variant="secondary" fill="text" onClick={() => setLimit(limit + PAGE_LINES)}>
            Show more ({lines.length - limit} left)
          </Button>
        )}
      </ScrollContainer>
    </div>
  );
}

/** "logs": lines with their level, opening to all fields and their links. */
export function logsPanel(): PanelPlugin {
  return new PanelPlugin<LogsOptions>(LogsPanel).useFieldConfig().setPanelOptions(
    declareOptions({
      showTime: false,
      wrapLogMessage: false,
      enableLogDetails: true,
      sortOrder: 'Descending',
      dedupStrategy: 'none',
      prettifyLogMessage: false,
      showLabels: false,
    })
  ) as PanelPlugin;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    panel: css({ display: 'flex' }),
    line: css({
      display: 'flex',
      gap: theme.spacing(1),
      alignItems: 'baseline',
      padding: theme.spacing(0.125, 1),
      borderLeft: '3px solid currentColor',
      fontFamily: theme.typography.fontFamilyMonospace,
      fontSize: theme.typography.bodySmall.fontSize,
      '& > span': { color: theme.colors.text.primary },
      '&:hover': { background: theme.colors.action.hover },
    }),
    time: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
    wrapped: css({ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }),
    single: css({ whiteSpace: 'pre' }),
    details: css({
      margin: theme.spacing(0.5, 0, 1, 4),
      fontSize: theme.typography.bodySmall.fontSize,
      '& th': {
        paddingRight: theme.spacing(2),
        fontWeight: theme.typography.fontWeightRegular,
        color: theme.colors.text.secondary,
        verticalAlign: 'top',
        textAlign: 'left',
      },
      '& td': { fontFamily: theme.typography.fontFamilyMonospace, overflowWrap: 'anywhere' },
    }),
    link: css({ marginLeft: theme.spacing(1) }),
  };
}
