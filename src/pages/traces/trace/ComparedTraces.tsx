import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../../app/navigation';
import { analyseTrace, type TraceAnalysis } from '../../../domain/traces/analysis';
import { type ComparedPlace, compareTraces, type PlaceTotals } from '../../../domain/traces/compare';
import { formatUs } from '../../../domain/traces/formatUs';
import { type Trace } from '../../../domain/traces/types';
import { indentPx } from './rowStyles';

const MOST_ROWS = 500;

/** Two traces place by place: how often, how long, and the difference. */
export function ComparedTraces({ analysis, other }: { analysis: TraceAnalysis; other: Trace }) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const second = useMemo(() => analyseTrace(other), [other]);
  const places = useMemo(() => compareTraces(analysis, second), [analysis, second]);
  const largestUs = places.reduce((most, place) => Math.max(most, Math.abs(differenceUs(place))), 1);
  const onlyA = places.filter(({ b }) => !b).length;
  const onlyB = places.filter(({ a }) => !a).length;
  return (
    <>
      <p>
        This trace took {formatUs(analysis.facts.durationUs)} with {analysis.facts.spanCount} spans,{' '}
        <TextLink href={pageUrl('traces', [other.traceId], search)} inline>
          the other one
        </TextLink>{' '}
        {formatUs(second.facts.durationUs)} with {second.facts.spanCount}. {onlyA} places are only in this one, {onlyB}{' '}
        only in the other.
      </p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Comparison">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Operation</th>
              <th scope="col">Spans</th>
              <th scope="col">This</th>
              <th scope="col">Other</th>
              <th scope="col">Difference</th>
              <th scope="col" aria-label="Difference as a bar" />
            </tr>
          </thead>
          <tbody>
            {places.slice(0, MOST_ROWS).map((place, index) => (
              <PlaceRow key={index} place={place} largestUs={largestUs} />
            ))}
          </tbody>
        </table>
      </div>
      {places.length > MOST_ROWS && (
        <p>
          The first {MOST_ROWS} of {places.length} places are shown.
        </p>
      )}
    </>
  );
}

function PlaceRow({ place, largestUs }: { place: ComparedPlace; largestUs: number }) {
  const styles = useStyles2(getStyles);
  const { serviceName, operationName, depth, a, b } = place;
  const us = differenceUs(place);
  const width = (Math.abs(us) / largestUs) * 50;
  const only = !b ? 'only in this trace' : !a ? 'only in the other' : undefined;
  return (
    <tr>
      <td style={{ paddingLeft: indentPx(depth) }}>
        {serviceName}: {operationName} {only && <em className={styles.only}>{only}</em>}
      </td>
      <td className={styles.number}>
        {a?.count ?? 0} / {b?.count ?? 0}
      </td>
      <td className={styles.number}>{timeOf(a)}</td>
      <td className={styles.number}>{timeOf(b)}</td>
      <td className={styles.number}>{us > 0 ? `+${formatUs(us)}` : formatUs(us)}</td>
      <td className={styles.bars}>
        <span
          className={us > 0 ? styles.longer : styles.shorter}
          style={us > 0 ? { left: '50%', width: `${width}%` } : { right: '50%', width: `${width}%` }}
        />
      </td>
    </tr>
  );
}

function timeOf(totals: PlaceTotals | undefined): string {
  return totals ? formatUs(totals.totalUs) + (totals.errorCount > 0 ? ' (error)' : '') : '–';
}

/** How much longer this trace took there. */
function differenceUs({ a, b }: ComparedPlace): number {
  return (a?.totalUs ?? 0) - (b?.totalUs ?? 0);
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflow: 'auto', maxHeight: 640 }),
  table: css({
    width: '100%',
    fontSize: theme.typography.bodySmall.fontSize,
    'th, td': {
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      textAlign: 'left',
    },
    th: { position: 'sticky', top: 0, background: theme.colors.background.primary, color: theme.colors.text.secondary },
  }),
  number: css({ '&&': { textAlign: 'right' }, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
  only: css({ color: theme.colors.warning.text }),
  bars: css({ position: 'relative', width: 160, minWidth: 100 }),
  longer: css({ position: 'absolute', top: 6, height: 12, background: theme.colors.error.main }),
  shorter: css({ position: 'absolute', top: 6, height: 12, background: theme.colors.success.main }),
});
