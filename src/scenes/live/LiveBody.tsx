import { css } from '@emotion/css';
import { Alert, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';
import { ConditionMessage } from '../../components/ConditionMessage';
import { panelCondition } from '../../domain/health/panelCondition';
import { conditionWords } from '../panel/conditionText';
import { type LiveDataState } from './LiveData';

interface Props<T> {
  live: { useState(): LiveDataState<T>; refresh(): void };
  /** What is asked for, as in "Loading objectives". */
  what: string;
  /** As large as the panel around it: a long list scrolls instead of growing out of the panel. */
  fillsPanel?: boolean;
  children: (value: T) => ReactNode;
}

/** A live answer, or why there is none. An old answer stays on screen, marked as old, when a newer one fails. */
export function LiveBody<T>({ live, what, fillsPanel = false, children }: Props<T>) {
  const { value, error, loading } = live.useState();
  const styles = useStyles2(getStyles);
  if (value !== undefined) {
    return (
      <div className={fillsPanel ? styles.filling : styles.growing}>
        {error && (
          <Alert severity="warning" title={`Could not refresh ${what}`} topSpacing={0} bottomSpacing={1}>
            {error.message}
          </Alert>
        )}
        {children(value)}
      </div>
    );
  }
  const errors = error ? [error] : [];
  const words = conditionWords(panelCondition({ loading, hasValues: false, errors, countsEvents: false }));
  if (!words) {
    return <LoadingPlaceholder text={`Loading ${what}`} />;
  }
  return (
    <ConditionMessage icon={words.icon} title={words.title} onRetry={words.canRetry ? live.refresh : undefined}>
      {words.text}
    </ConditionMessage>
  );
}

const getStyles = () => ({
  growing: css({ display: 'flex', flexDirection: 'column' }),
  filling: css({ display: 'flex', flexDirection: 'column', height: '100%', contain: 'size' }),
});
