import { type ReactNode } from 'react';
import { Alert, LoadingPlaceholder } from '@grafana/ui';
import { ConditionMessage } from '../../components/ConditionMessage';
import { panelCondition } from '../../domain/health/panelCondition';
import { conditionWords } from '../panel/conditionText';
import { type LiveDataState } from './LiveData';

interface Props<T> {
  live: { useState(): LiveDataState<T>; refresh(): void };
  /** What is asked for, as in "Loading objectives". */
  what: string;
  children: (value: T) => ReactNode;
}

/** A live answer, or why there is none. An old answer stays on screen, marked as old, when a newer one fails. */
export function LiveBody<T>({ live, what, children }: Props<T>) {
  const { value, error, loading } = live.useState();
  if (value !== undefined) {
    return (
      <>
        {error && (
          <Alert severity="warning" title={`Could not refresh ${what}`} topSpacing={0} bottomSpacing={1}>
            {error.message}
          </Alert>
        )}
        {children(value)}
      </>
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
