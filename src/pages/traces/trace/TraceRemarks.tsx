import { Alert } from '@grafana/ui';
import { countOf } from '../../../domain/format/format';
import { formatUs } from '../../../domain/traces/formatUs';
import { isTooLong, LONGEST_TRACE_MS } from '../../../domain/traces/limits';
import { type TreeRemarks } from '../../../domain/traces/tree';

interface Props {
  remarks: TreeRemarks;
  roots: number;
  durationUs: number;
}

/** What is odd about the trace, and so about what is computed of it; nothing when nothing is. */
export function TraceRemarks({ remarks, roots, durationUs }: Props) {
  const words = [
    ...(isTooLong(durationUs)
      ? [
          `It took ${formatUs(durationUs)}, longer than the ${formatUs(LONGEST_TRACE_MS * 1000)} that a trace should take: spans that came later may be missing.`,
        ]
      : []),
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
