import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import { observedWords, routeWords } from '../../domain/anomalies/words';
import { type ComparedOperations } from './OperationComparison';

const at = (ms: number) => dateTimeFormat(ms, { format: 'MM-DD HH:mm' });

/** Which times are compared, from what, and what is missing from it. */
export function ComparisonBasis({ value: { route, windows, notes, comparisons } }: { value: ComparedOperations }) {
  const styles = useStyles2(getStyles);
  return (
    <>
      {notes.length > 0 && (
        <Alert severity="warning" title="Not all could be asked" topSpacing={0} bottomSpacing={1}>
          {notes.join(' ')}
        </Alert>
      )}
      <p className={styles.basis}>
        The hour up to {at(windows.recent.toMs)} against the 24 hours before it. {observedWords(comparisons)}{' '}
        {route && routeWords(route)}
      </p>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  basis: css({ margin: 0, color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
