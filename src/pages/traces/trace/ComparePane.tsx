import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Input, useStyles2 } from '@grafana/ui';
import { type FormEvent, useEffect, useState } from 'react';
import { traceIdsInText } from '../../../domain/logs/traceIdsInText';
import { LiveBody } from '../../../scenes/live/LiveBody';
import { type TraceView } from '../TraceView';
import { ComparedTraces } from './ComparedTraces';
import { type PaneProps } from './shared';

/** This trace laid over another one. */
export function ComparePane({ model, analysis, choice, choose }: PaneProps & { model: TraceView }) {
  const styles = useStyles2(getStyles);
  const [text, setText] = useState(choice.compare ?? '');
  const [ids] = [traceIdsInText(text)];
  const { other } = model.useState();
  useEffect(() => other?.activate(), [other]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose({ compare: ids[0] });
  };
  return (
    <div className={styles.pane}>
      <form onSubmit={submit} className={styles.form}>
        <Input
          aria-label="Id of the trace to compare with"
          placeholder="Id of another trace, a link to it, or a log line"
          value={text}
          width={60}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="secondary" disabled={ids.length === 0}>
          Compare
        </Button>
      </form>
      {other ? (
        <LiveBody live={other} what="the other trace">
          {(trace) => <ComparedTraces analysis={analysis} other={trace} />}
        </LiveBody>
      ) : (
        <p className={styles.hint}>
          What both traces do, what only one of them does, and how much longer one takes: paste the id of another trace
          of the same kind, for example a fast one.
        </p>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  pane: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  form: css({ display: 'flex', gap: theme.spacing(1), flexWrap: 'wrap' }),
  hint: css({ color: theme.colors.text.secondary }),
});
