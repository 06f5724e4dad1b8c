import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { formatPercent } from '../../../domain/format/format';
import { type Bottleneck } from '../../../domain/traces/bottlenecks';
import { formatUs } from '../../../domain/traces/formatUs';
import { type PaneProps } from './shared';

/** What took the time and what failed first, in words; each leads to its span. */
export function TraceVerdict({ analysis: { tree, facts }, paths, choose }: PaneProps) {
  const styles = useStyles2(getStyles);
  const { bottlenecks } = paths;
  const error = facts.firstError === undefined ? undefined : tree.nodes[facts.firstError];
  const show = (index: number | undefined) => choose({ tab: 'waterfall', span: tree.nodes[index ?? -1]?.span.spanId });
  return (
    <div className={styles.verdict}>
      <span>Most of the critical path: </span>
      {bottlenecks.length === 0 && <span>nothing takes more than a fifth of it.</span>}
      {bottlenecks.map((found) => (
        <Button
          key={`${found.kind} ${found.serviceName} ${found.operationName}`}
          size="sm"
          variant="secondary"
          fill="outline"
          onClick={() => show(found.nodes[0])}
        >
          {wordsFor(found)}
        </Button>
      ))}
      {error && (
        <>
          <span>First error: </span>
          <Button
            size="sm"
            variant="destructive"
            fill="outline"
            icon="exclamation-circle"
            onClick={() => show(error.index)}
          >
            {error.span.serviceName} {error.span.operationName}
          </Button>
        </>
      )}
    </div>
  );
}

function wordsFor({ kind, serviceName, operationName, onPathUs, shareRatio, nodes }: Bottleneck): string {
  const what = kind === 'wait' ? `waiting for ${serviceName} ${operationName}` : `${serviceName} ${operationName}`;
  const times = nodes.length > 1 ? ` (${nodes.length} spans)` : '';
  return `${formatPercent(shareRatio, 0)} ${what}${times}, ${formatUs(onPathUs)}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  verdict: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
});
