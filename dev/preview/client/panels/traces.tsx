import { css } from '@emotion/css';
import {
  formattedValueToString,
  getValueFormat,
  PanelPlugin,
  type DataFrame,
  type GrafanaTheme2,
  type PanelProps,
} from '@grafana/data';
import { ScrollContainer, Tooltip, useStyles2, useTheme2 } from '@grafana/ui';

import { groupBy } from 'lodash';

import { NoData } from './noData';

interface Span {
  id: string;
  parentId: string | null;
  service: string;
  operation: string;
  startMs: number;
  durationMs: number;
  isError: boolean;
}

interface Tag {
  key: string;
  value: unknown;
}

const NAME_PX = 300;
const INDENT_PX = 12;

function toSpans(frame: DataFrame): Span[] {
  const at = (name: string, row: number): unknown => frame.fields.find((field) => field.name === name)?.values[row];
  return Array.from({ length: frame.length }, (_, row) => ({
    id: String(at('spanID', row)),
    parentId: (at('parentSpanID', row) as string | null) ?? null,
    service: String(at('serviceName', row)),
    operation: String(at('operationName', row)),
    startMs: Number(at('startTime', row)),
    durationMs: Number(at('duration', row)),
    isError: ((at('tags', row) as Tag[] | null) ?? []).some(
      (tag) => tag.key === 'error' && tag.value !== false && tag.value !== 'false'
    ),
  }));
}

/** Parents before their children, siblings by start; spans whose parent is not there count as roots. */
function inTreeOrder(spans: Span[]): Array<{ span: Span; depth: number }> {
  const known = new Set(spans.map((span) => span.id));
  const children = groupBy(spans, (span) => (span.parentId !== null && known.has(span.parentId) ? span.parentId : ''));
  const ordered: Array<{ span: Span; depth: number }> = [];
  const stack = (children[''] ?? [])
    .map((span) => ({ span, depth: 0 }))
    .sort((a, b) => b.span.startMs - a.span.startMs);
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { span, depth } = next;
    ordered.push(next);
    const below = [...(children[span.id] ?? [])].sort((a, b) => b.startMs - a.startMs);
    stack.push(...below.map((child) => ({ span: child, depth: depth + 1 })));
  }
  return ordered;
}

/** Beside the bar: behind it, or before it when it ends near the edge, or on it when it fills the row. */
function labelPlace({ startMs, durationMs }: Span, traceStartMs: number, traceMs: number): React.CSSProperties {
  const start = (startMs - traceStartMs) / traceMs;
  const end = start + durationMs / traceMs;
  if (end < 0.85) {
    return { left: `calc(${end * 100}% + 2px)` };
  }
  return start > 0.15 ? { right: `calc(${(1 - start) * 100}% + 6px)` } : { right: 8 };
}

function Traces({ data, width, height, fieldConfig, id }: PanelProps) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const frame = data.series.find((candidate) => candidate.fields.some((field) => field.name === 'spanID'));
  const rows = frame ? inTreeOrder(toSpans(frame)) : [];
  if (rows.length === 0) {
    return <NoData id={id} data={data} fieldConfig={fieldConfig} />;
  }
  const startMs = Math.min(...rows.map(({ span }) => span.startMs));
  const spanMs = Math.max(...rows.map(({ span }) => span.startMs + span.durationMs)) - startMs || 1;
  const services = [...new Set(rows.map(({ span }) => span.service))];
  const colorOf = (service: string): string =>
    theme.visualization.getColorByName(
      theme.visualization.palette[services.indexOf(service) % theme.visualization.palette.length] ?? 'blue'
    );
  return (
    <div style={{ width, height, display: 'flex' }}>
      <ScrollContainer>
        {rows.map(({ span, depth }) => {
          const duration = formattedValueToString(getValueFormat('ms')(span.durationMs));
          return (
            <div key={span.id} className={styles.row}>
              <div
                className={styles.name}
                style={{ paddingLeft: depth * INDENT_PX }}
                title={`${span.service}: ${span.operation}`}
              >
                <span className={span.isError ? styles.error : styles.service}>{span.service}</span> {span.operation}
              </div>
              <div className={styles.track}>
                <Tooltip content={`${span.service}: ${span.operation}, ${duration}`}>
                  <div
                    className={styles.bar}
                    style={{
                      left: `${((span.startMs - startMs) / spanMs) * 100}%`,
                      width: `max(2px, ${(span.durationMs / spanMs) * 100}%)`,
                      background: colorOf(span.service),
                    }}
                  />
                </Tooltip>
                <span className={styles.duration} style={labelPlace(span, startMs, spanMs)}>
                  {duration}
                </span>
              </div>
            </div>
          );
        })}
      </ScrollContainer>
    </div>
  );
}

/** "traces": one trace as a waterfall. */
export function tracesPanel(): PanelPlugin {
  return new PanelPlugin(Traces).useFieldConfig();
}

function getStyles(theme: GrafanaTheme2) {
  return {
    row: css({
      display: 'flex',
      height: 24,
      alignItems: 'center',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    }),
    name: css({
      width: NAME_PX,
      flexShrink: 0,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    service: css({ fontWeight: theme.typography.fontWeightMedium }),
    error: css({ fontWeight: theme.typography.fontWeightMedium, color: theme.colors.error.text }),
    track: css({ position: 'relative', flex: 1, height: '100%' }),
    bar: css({ position: 'absolute', top: 6, height: 12, borderRadius: theme.shape.radius.default }),
    duration: css({
      position: 'absolute',
      top: 4,
      paddingLeft: theme.spacing(0.5),
      fontSize: theme.typography.bodySmall.fontSize,
      color: theme.colors.text.primary,
      pointerEvents: 'none',
    }),
  };
}
