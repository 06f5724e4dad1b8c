import { Icon, useStyles2, useTheme2 } from '@grafana/ui';
import { memo } from 'react';
import { countOf } from '../../../domain/format/format';
import { formatUs } from '../../../domain/traces/formatUs';
import { type WaterfallRow } from '../../../domain/traces/rows';
import { type SpanNode } from '../../../domain/traces/tree';
import { getRowStyles, indentPx } from './rowStyles';
import { joined, percentAt } from './shared';
import { type RowProps, Stretch } from './SpanRow';

interface Props extends RowProps {
  row: Extract<WaterfallRow, { kind: 'group' }>;
}

/** Siblings that all do the same, as one row with a stroke for each. */
export const GroupRow = memo(function GroupRow({ row, id, topPx, view, isActive, analysis, colours, onChoose }: Props) {
  const styles = useStyles2(getRowStyles);
  const theme = useTheme2();
  const members = row.members.map((index) => analysis.tree.nodes[index] as SpanNode);
  const { serviceName = '', operationName = '' } = analysis.tree.operations[members[0]?.operation ?? -1] ?? {};
  const totalUs = members.reduce((sum, { startUs, endUs }) => sum + endUs - startUs, 0);
  const errors = members.filter(({ isError }) => isError).length;
  const endUs = members.reduce((latest, member) => Math.max(latest, member.endUs), 0);
  const strokes = joined(
    view,
    members.map((member) => [member.startUs, member.endUs])
  );
  const name = row.isExpanded ? 'angle-down' : 'angle-right';
  const summary = `${countOf(members.length, 'span')}, ${formatUs(totalUs)} in all${errors > 0 ? `, ${countOf(errors, 'error')}` : ''}`;
  return (
    // The tree takes the keys; see `useListKeys`.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="treeitem"
      aria-level={row.depth + 1}
      aria-selected={false}
      aria-expanded={row.isExpanded}
      aria-label={`${serviceName} ${operationName}, ${summary}`}
      data-active={isActive}
      className={styles.row}
      style={{ transform: `translateY(${topPx}px)` }}
      onClick={onChoose}
    >
      <div className={styles.name} style={{ paddingLeft: indentPx(row.depth) }}>
        <span className={styles.fold}>
          <Icon key={name} name={name} size="sm" aria-hidden />
        </span>
        <span className={styles.service} style={{ borderColor: colours(theme, serviceName) }}>
          {members.length} × {serviceName}
        </span>
        {errors > 0 && <Icon name="exclamation-circle" size="sm" className={styles.error} aria-hidden />}
        <span data-quiet className={styles.operation} title={operationName}>
          {operationName}
        </span>
      </div>
      <div className={styles.time}>
        {strokes.map(([from, to]) => (
          <Stretch
            key={from}
            view={view}
            from={from}
            to={to}
            className={styles.own}
            colour={colours(theme, serviceName)}
          />
        ))}
        <span
          className={styles.duration}
          style={percentAt(view, endUs) < 70 ? { left: `${Math.max(0, percentAt(view, endUs))}%` } : { right: 0 }}
        >
          {summary}
        </span>
      </div>
    </div>
  );
});
