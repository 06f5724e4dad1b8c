import {
  FieldType,
  formattedValueToString,
  getDisplayProcessor,
  PanelPlugin,
  type DataFrame,
  type PanelProps,
} from '@grafana/data';
import { useTheme2 } from '@grafana/ui';

import { NoData } from './noData';
import { layerNodes } from './shapes/layers';

interface Edge {
  source: string;
  target: string;
  text: string;
}

const NODE_RADIUS = 26;
const COLUMN_PX = 190;
const ROW_PX = 100;

function column(frame: DataFrame | undefined, name: string): unknown[] {
  return frame?.fields.find((field) => field.name.toLowerCase() === name)?.values ?? [];
}

/** "nodeGraph": services and the calls between them, callers to the left of what they call. */
function NodeGraph({ data, width, height, fieldConfig, id }: PanelProps) {
  const theme = useTheme2();
  const edgeFrame = data.series.find((frame) => frame.fields.some((field) => field.name === 'source'));
  const nodeFrame = data.series.find(
    (frame) => frame !== edgeFrame && frame.fields.some((field) => field.name === 'id')
  );
  const ids = column(nodeFrame, 'id').map(String);
  if (ids.length === 0) {
    return <NoData id={id} data={data} fieldConfig={fieldConfig} />;
  }
  const titles = column(nodeFrame, 'title');
  const stat = edgeFrame?.fields.find((field) => field.name.toLowerCase() === 'mainstat');
  const format =
    stat && stat.type === FieldType.number ? (stat.display ?? getDisplayProcessor({ field: stat, theme })) : undefined;
  const edges = column(edgeFrame, 'source').map((source, row): Edge => ({
    source: String(source),
    target: String(column(edgeFrame, 'target')[row]),
    text: format ? formattedValueToString(format(stat?.values[row])) : String(stat?.values[row] ?? ''),
  }));
  const layers = layerNodes(ids, edges);
  const most = Math.max(...layers.map((layer) => layer.length));
  const viewWidth = layers.length * COLUMN_PX;
  const viewHeight = Math.max(1, most) * ROW_PX;
  const places = new Map(
    layers.flatMap((layer, x) =>
      layer.map((node, y) => [node, { x: (x + 0.5) * COLUMN_PX, y: (y + 0.5) * (viewHeight / layer.length) }] as const)
    )
  );
  return (
    <svg width={width} height={height} viewBox={`0 0 ${viewWidth} ${viewHeight}`} role="img" aria-label="Node graph">
      <defs>
        <marker
          id={`arrow-${id}`}
          viewBox="0 0 10 10"
          refX={10}
          refY={5}
          markerWidth={7}
          markerHeight={7}
          orient="auto"
        >
          <path d="M 0 0 L 10 5 L 0 10 z" fill={theme.colors.text.disabled} />
        </marker>
      </defs>
      {edges.map(({ source, target, text }) => {
        const a = places.get(source);
        const b = places.get(target);
        if (!a || !b) {
          return null;
        }
        const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
        const [dx, dy] = [(b.x - a.x) / length, (b.y - a.y) / length];
        return (
          <g key={`${source}--${target}`}>
            <line
              x1={a.x + dx * NODE_RADIUS}
              y1={a.y + dy * NODE_RADIUS}
              x2={b.x - dx * NODE_RADIUS}
              y2={b.y - dy * NODE_RADIUS}
              stroke={theme.colors.text.disabled}
              markerEnd={`url(#arrow-${id})`}
            />
            <text
              x={(a.x + b.x) / 2}
              y={(a.y + b.y) / 2 - 4}
              textAnchor="middle"
              fontSize={10}
              fill={theme.colors.text.secondary}
            >
              {text}
            </text>
          </g>
        );
      })}
      {ids.map((node, row) => {
        const place = places.get(node);
        return place ? (
          <g key={node}>
            <circle
              cx={place.x}
              cy={place.y}
              r={NODE_RADIUS}
              fill={theme.colors.background.secondary}
              stroke={theme.colors.primary.border}
              strokeWidth={2}
            />
            <text
              x={place.x}
              y={place.y + NODE_RADIUS + 14}
              textAnchor="middle"
              fontSize={12}
              fill={theme.colors.text.primary}
            >
              {String(titles[row] ?? node)}
            </text>
          </g>
        ) : null;
      })}
    </svg>
  );
}

export function nodeGraphPanel(): PanelPlugin {
  return new PanelPlugin(NodeGraph).useFieldConfig();
}
