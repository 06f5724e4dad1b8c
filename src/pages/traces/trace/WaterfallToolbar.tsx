import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Checkbox, Input, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { countOf } from '../../../domain/format/format';
import { type TraceChoice } from '../traceChoice';
import { type PaneProps } from './shared';

interface Props extends PaneProps {
  shownCount: number;
  onCollapseAll: () => void;
  onExpandAll: () => void;
}

const US_PER_MS = 1000;
const TYPING_PAUSE_MS = 250;
const ENDS: Array<{ value: TraceChoice['until']; label: string; description: string }> = [
  {
    value: 'last-work',
    label: 'Last work',
    description: 'The critical path goes on through messages until all is done',
  },
  {
    value: 'response',
    label: 'Response',
    description: 'The critical path ends with the first span, as its caller saw it',
  },
];

/** What to look for in the waterfall, and how much of it to fold. */
export function WaterfallToolbar({ analysis, choice, choose, shownCount, onCollapseAll, onExpandAll }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.bar}>
      <LateInput
        label="Find in spans"
        placeholder="Operation, tag, value"
        value={choice.find}
        width={24}
        onChange={(find) => choose({ find })}
      />
      <LateInput
        label="Shortest duration in milliseconds"
        placeholder="Min ms"
        value={choice.minDurationUs > 0 ? String(choice.minDurationUs / US_PER_MS) : ''}
        width={10}
        onChange={(text) => choose({ minDurationUs: Math.max(0, Number(text.replace(',', '.')) * US_PER_MS) || 0 })}
      />
      <Checkbox
        label="Errors"
        value={choice.onlyErrors}
        onChange={(event) => choose({ onlyErrors: event.currentTarget.checked })}
      />
      <Checkbox
        label="Critical path"
        value={choice.onlyPath}
        onChange={(event) => choose({ onlyPath: event.currentTarget.checked })}
      />
      {analysis.hasAsyncWork && (
        <RadioButtonGroup
          aria-label="The critical path ends with"
          size="sm"
          options={ENDS}
          value={choice.until}
          onChange={(until) => choose({ until })}
        />
      )}
      <span className={styles.grow} role="status">
        {shownCount === analysis.tree.nodes.length
          ? countOf(shownCount, 'span')
          : `${shownCount} of ${countOf(analysis.tree.nodes.length, 'span')}`}
      </span>
      <Button size="sm" variant="secondary" fill="text" onClick={onCollapseAll}>
        Collapse all
      </Button>
      <Button size="sm" variant="secondary" fill="text" onClick={onExpandAll}>
        Expand all
      </Button>
    </div>
  );
}

interface LateInputProps {
  label: string;
  placeholder: string;
  value: string;
  width: number;
  onChange: (value: string) => void;
}

/** Tells what was typed when typing pauses: each change is a step of the browser's history. */
function LateInput({ label, placeholder, value, width, onChange }: LateInputProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) {
      return undefined;
    }
    const timer = setTimeout(() => onChange(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
    // What was typed counts, not who listens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  return (
    <Input
      aria-label={label}
      placeholder={placeholder}
      value={text}
      width={width}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.5, 1.5) }),
  grow: css({ flexGrow: 1, textAlign: 'right', color: theme.colors.text.secondary }),
});
