import { PanelPlugin, type PanelProps } from '@grafana/data';
import { EmptyState } from '@grafana/ui';

/** The honest answer for kinds that this preview does not draw. */
export function unsupportedPanel(id: string): PanelPlugin {
  const Unsupported = ({ data }: PanelProps) => (
    <EmptyState variant="not-found" message={`The preview does not draw “${id}” panels`} hideImage>
      {data.series.length} data frames arrived; Grafana would draw them.
    </EmptyState>
  );
  return new PanelPlugin(Unsupported).useFieldConfig();
}
