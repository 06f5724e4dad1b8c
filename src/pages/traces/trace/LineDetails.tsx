import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import { type AttachedLine } from '../../../domain/logs/attach';
import { isSecretName, maskSecrets } from '../../../domain/logs/maskSecrets';
import { type TraceAnalysis } from '../../../domain/traces/analysis';
import { TagTable } from './TagTable';

interface Props {
  attached: AttachedLine;
  analysis: TraceAnalysis;
  onClose: () => void;
}

/** All of one log line. */
export function LineDetails({ attached: { line, node, basis }, analysis: { tree }, onClose }: Props) {
  const styles = useStyles2(getStyles);
  const span = node === undefined ? undefined : tree.nodes[node]?.span;
  const fields = Object.entries(line.fields).map(([key, value]) => ({
    key,
    value: isSecretName(key) ? '•••' : maskSecrets(typeof value === 'object' ? JSON.stringify(value) : String(value)),
  }));
  return (
    <section aria-label="Log line" className={styles.details}>
      <div className={styles.head}>
        <strong className={styles.message}>{maskSecrets(line.message)}</strong>
        <IconButton name="times" aria-label="Close the log line" onClick={onClose} />
      </div>
      <p className={styles.where}>
        {line.timeMs !== null && dateTimeFormat(line.timeMs, { format: 'YYYY-MM-DD HH:mm:ss.SSS' })} in {line.index}.{' '}
        {span
          ? `On ${span.serviceName} ${span.operationName} (${basis === 'exact' ? 'the line names the span' : 'inferred from service and time'}).`
          : 'On no span that could be told.'}
      </p>
      {line.stackTrace && <pre className={styles.stack}>{maskSecrets(line.stackTrace)}</pre>}
      <TagTable label="Fields of the line" tags={fields} />
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  details: css({ padding: theme.spacing(1), borderTop: `1px solid ${theme.colors.border.medium}` }),
  head: css({ display: 'flex', justifyContent: 'space-between', gap: theme.spacing(1) }),
  message: css({ overflowWrap: 'anywhere', fontWeight: theme.typography.fontWeightMedium }),
  where: css({ color: theme.colors.text.secondary, margin: theme.spacing(0.5, 0) }),
  stack: css({ maxHeight: 240, overflow: 'auto', fontSize: theme.typography.bodySmall.fontSize }),
});
