import { Alert } from '@grafana/ui';
import { countOf } from '../../../domain/format/format';
import { type TracesOfLines } from './tracesOfLines';

/** What a search by log lines rests on: how many lines, and which of their traces. */
export function LinesNote({ lines }: { lines: Omit<TracesOfLines, 'traces'> }) {
  const { lineCount, hasMoreLines, namedCount, askedCount, missingCount } = lines;
  const words = [
    hasMoreLines
      ? `The newest ${countOf(lineCount, 'line')} of this time range that name a trace were read; there are more.`
      : `${countOf(lineCount, 'line')} of this time range ${lineCount === 1 ? 'names' : 'name'} a trace.`,
    askedCount < namedCount
      ? `Of the ${namedCount} traces in them, the ${askedCount} of the newest lines were looked up.`
      : `They are of ${countOf(namedCount, 'trace')}.`,
    ...(missingCount > 0
      ? [`${missingCount} of these ${missingCount === 1 ? 'is' : 'are'} not in the trace store (any more).`]
      : []),
  ];
  return (
    <Alert severity="info" title="Traces of log lines" topSpacing={0} bottomSpacing={0}>
      {words.join(' ')}
    </Alert>
  );
}
