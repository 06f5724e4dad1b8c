import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import { StateBadge } from '../../components/StateBadge';
import { type GraphNode } from './DependencyGraph';
import { sourceWords } from './sourceWords';
import { tableStyles } from './tableStyles';

interface Props {
  upstream: readonly GraphNode[];
  downstream: readonly GraphNode[];
}

/** The graph in words, with all neighbours. */
export function DependencyList({ upstream, downstream }: Props) {
  const styles = useStyles2(getStyles);
  const { table } = useStyles2(tableStyles);
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>As a list</summary>
      <table className={table}>
        <thead>
          <tr>
            <th scope="col">Direction</th>
            <th scope="col">Service</th>
            <th scope="col">State</th>
            <th scope="col">Known from</th>
          </tr>
        </thead>
        <tbody>
          {upstream.map((node) => (
            <Row key={`up ${node.id}`} node={node} direction="calls it" />
          ))}
          {downstream.map((node) => (
            <Row key={`down ${node.id}`} node={node} direction="is called by it" />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Row({ node, direction }: { node: GraphNode; direction: string }) {
  return (
    <tr>
      <td>{direction}</td>
      <td>{node.href ? <TextLink href={node.href}>{node.name}</TextLink> : node.name}</td>
      <td>{node.state ? <StateBadge state={node.state} /> : 'not measured'}</td>
      <td>{sourceWords(node)}</td>
    </tr>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  details: css({ marginTop: theme.spacing(1), fontSize: theme.typography.bodySmall.fontSize }),
  summary: css({ cursor: 'pointer', color: theme.colors.text.link }),
});
