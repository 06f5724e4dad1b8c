import { type DataFrame, type FieldConfig, FieldType } from '@grafana/data';
import { type Curve } from '../../../domain/slo/history';

/** A line of a graph: its name, its points and how it looks. */
export function curveFrame(name: string, curve: Curve, config: FieldConfig = {}): DataFrame {
  return {
    name,
    length: curve.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: curve.map(([atMs]) => atMs) },
      {
        name,
        type: FieldType.number,
        config: { displayName: name, ...config },
        // Grafana leaves a gap for null.
        values: curve.map(([, value]) => (Number.isFinite(value) ? value : null)),
      },
    ],
  };
}

/** A line that is level: a target or a limit. */
export function levelCurve(curve: Curve, value: number): Curve {
  const [first, last] = [curve[0], curve.at(-1)];
  return first && last
    ? [
        [first[0], value],
        [last[0], value],
      ]
    : [];
}
