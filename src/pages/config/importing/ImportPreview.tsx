import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import { countOf, formatPercent } from '../../../domain/format/format';
import { type ImportedObjective, type ImportMessage, type ImportResult } from '../../../domain/import/types';

const TOOLS: Readonly<Record<ImportedObjective['format'], string>> = {
  sloth: 'Sloth',
  pyrra: 'Pyrra',
  'openslo/v1': 'OpenSLO v1',
  'openslo/v1alpha': 'OpenSLO v1alpha',
};

/** What a text would become, and what there is to say about it, line by line. */
export function ImportPreview({ objectives, messages }: ImportResult) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.preview}>
      <Messages severity="error" title="These lines cannot be used" messages={messages} />
      <Messages severity="warning" title="What is different here" messages={messages} />
      {objectives.length > 0 && (
        <table className={styles.table} aria-label="Objectives to be added">
          <thead>
            <tr>
              <th className={styles.number}>Line</th>
              <th>Objective</th>
              <th>Service</th>
              <th className={styles.number}>Target</th>
              <th className={styles.number}>Window</th>
              <th>From</th>
            </tr>
          </thead>
          <tbody>
            {objectives.map(({ line, slo, serviceName, format }) => (
              <tr key={slo.id}>
                <td className={styles.number}>{line}</td>
                <td>{slo.title}</td>
                <td>{serviceName}</td>
                <td className={styles.number}>
                  {slo.targetRatio === undefined ? '' : formatPercent(slo.targetRatio, 3)}
                </td>
                <td className={styles.number}>{slo.calendar?.unit ?? countOf(slo.windowDays, 'day')}</td>
                <td>{TOOLS[format]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Messages({
  severity,
  title,
  messages,
}: {
  severity: ImportMessage['severity'];
  title: string;
  messages: readonly ImportMessage[];
}) {
  const styles = useStyles2(getStyles);
  const own = messages.filter((message) => message.severity === severity);
  return own.length === 0 ? null : (
    <Alert severity={severity} title={title}>
      <ul className={styles.list}>
        {own.map(({ line, column, path, message }, index) => (
          <li key={index}>{`line ${line}, column ${column}: ${path ? `${path} ` : ''}${message}`}</li>
        ))}
      </ul>
    </Alert>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  preview: css({ marginBottom: theme.spacing(2) }),
  list: css({ paddingLeft: theme.spacing(2.5) }),
  table: css({
    width: '100%',
    'th, td': {
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    },
    th: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightMedium },
  }),
  number: css({ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }),
});
