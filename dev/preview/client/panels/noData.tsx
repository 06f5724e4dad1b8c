import type { PanelDataErrorViewProps } from '@grafana/runtime';
import { PanelDataErrorView } from '@grafana/runtime';

type NoDataProps = Omit<PanelDataErrorViewProps, 'panelId'> & { id: number };

/** What a panel shows instead of a picture: its no-value text, or why its data cannot be drawn. */
export function NoData({ id, ...rest }: NoDataProps) {
  return <PanelDataErrorView panelId={id} {...rest} />;
}
