import { Alert } from '@grafana/ui';
import { retentionWarning } from '../../../domain/slo/retention';
import { type MetricRetention } from '../../../scenes/reliability/MetricRetention';

/** Warns of objectives that look further back than metrics are kept. */
export function RetentionNote({ live, windowDays }: { live: MetricRetention; windowDays: readonly number[] }) {
  const { value } = live.useState();
  const warning = retentionWarning(value?.seconds, windowDays);
  return warning ? (
    <Alert severity="warning" title="Windows are longer than metrics are kept" topSpacing={0} bottomSpacing={1}>
      {warning}
    </Alert>
  ) : null;
}
