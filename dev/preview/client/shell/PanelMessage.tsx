import { css } from '@emotion/css';
import { FieldType, type GrafanaTheme2 } from '@grafana/data';
import type { PanelDataErrorViewProps } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';

function reason({
  data,
  message,
  needsTimeField,
  needsNumberField,
  needsStringField,
}: PanelDataErrorViewProps): string | undefined {
  if (message) {
    return message;
  }
  const has = (type: FieldType): boolean =>
    data.series.some((frame) => frame.fields.some((field) => field.type === type));
  if (data.series.every((frame) => frame.length === 0)) {
    return undefined;
  }
  if (needsStringField && !has(FieldType.string)) {
    return 'Data is missing a string field';
  }
  if (needsNumberField && !has(FieldType.number)) {
    return 'Data is missing a number field';
  }
  return needsTimeField && !has(FieldType.time) ? 'Data is missing a time field' : undefined;
}

/** What a panel says when it has nothing to draw: why, its no-value text, or "No data". */
export function PanelMessage(props: PanelDataErrorViewProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles} data-testid="data-testid Panel data error message">
      {reason(props) ?? props.fieldConfig?.defaults.noValue ?? 'No data'}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '100%',
    height: '100%',
    textAlign: 'center',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.size.lg,
  });
}
