import { type GrafanaTheme2 } from '@grafana/data';

/** A colour for each service of a trace. */
export type ServiceColours = (theme: GrafanaTheme2, serviceName: string) => string;

// Named colours that can be told apart beside each other; red is for errors only.
const NAMES = [
  'semi-dark-blue',
  'semi-dark-orange',
  'semi-dark-green',
  'semi-dark-purple',
  'semi-dark-yellow',
  'super-light-blue',
  'light-orange',
  'light-green',
  'light-purple',
  'light-yellow',
] as const;

/** The same services have the same colours, in whatever order they are. */
export function serviceColours(services: readonly string[]): ServiceColours {
  const order = new Map([...services].sort().map((name, index) => [name, index]));
  return (theme, serviceName) =>
    theme.visualization.getColorByName(NAMES[(order.get(serviceName) ?? 0) % NAMES.length] ?? NAMES[0]);
}
