import { Alert } from '@grafana/ui';
import { countOf } from '../../../domain/format/format';
import { formatUs } from '../../../domain/traces/formatUs';
import { type TreeRemarks } from '../../../domain/traces/tree';

/** What is odd about the trace, and so about what is computed of it; nothing when nothing is. */
export function TraceRemarks({ remarks, roots }: { remarks: TreeRemarks; roots: number }) {
  const words = [
    ...(remarks.orphans > 0
      ? [
          `${countOf(remarks.orphans, 'span')} name a parent that is not here: it was not sampled, has not arrived, or is in another trace.`,
        ]
      : []),
    ...(roots > 1 ? [`The trace has ${roots} beginnings; each has a critical path of its own.`] : []),
    ...(remarks.earlyStarts > 0
      ? [
          `${countOf(remarks.earlyStarts, 'span')} begin before their parent, by up to ${formatUs(remarks.largestSkewUs)}: the clocks of their hosts differ. Times are shown as they were reported.`,
        ]
      : []),
    ...(remarks.droppedCopies > 0 ? [`${countOf(remarks.droppedCopies, 'span')} came twice and are shown once.`] : []),
    ...(remarks.cutCycles > 0 ? ['Some spans are their own ancestors; the circle was cut at the first of them.'] : []),
  ];
  return words.length === 0 ? null : (
    <Alert severity="info" title="About this trace" topSpacing={0} bottomSpacing={0}>
      {words.join(' ')}
    </Alert>
  );
}
