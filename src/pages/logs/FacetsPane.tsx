import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Checkbox, useStyles2 } from '@grafana/ui';
import { FEATURE_TITLES, isLineFeature } from '../../domain/logs/features';
import { LiveBody } from '../../scenes/live/LiveBody';
import { fieldTitle } from '../../scenes/logs/fieldTitles';
import { type LogFacets } from '../../scenes/logs/LogFacets';
import { type LogChoice } from './logChoice';

interface Props {
  facets: LogFacets;
  choice: LogChoice;
  choose: (change: Partial<LogChoice>) => void;
}

/** Levels, what lines carry, and services, with their numbers of lines; ticking some leaves only their lines. */
export function FacetsPane({ facets, choice, choose }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.pane} data-testid="logs-facets">
      <facets.Component model={facets} />
      <LiveBody live={facets} what="levels and services">
        {(found) => {
          const [levels, ...others] = found.facets.map(({ role, values }) => {
            const key = role === 'level' ? ('levels' as const) : ('services' as const);
            return (
              <Values
                key={role}
                title={fieldTitle(role)}
                values={values.map(({ value, count }) => ({ value, label: value, count }))}
                chosen={choice[key]}
                onChoose={(chosen) => choose({ [key]: chosen })}
              />
            );
          });
          return (
            <>
              {levels}
              <Values
                title="Lines with"
                values={found.features.map(({ feature, count }) => ({
                  value: feature,
                  label: FEATURE_TITLES[feature],
                  count,
                }))}
                chosen={choice.has}
                onChoose={(chosen) => choose({ has: chosen.filter(isLineFeature) })}
              />
              {others}
            </>
          );
        }}
      </LiveBody>
    </div>
  );
}

interface ValuesProps {
  title: string;
  values: ReadonlyArray<{ value: string; label: string; count: number }>;
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
}

function Values({ title, values, chosen, onChoose }: ValuesProps) {
  const styles = useStyles2(getStyles);
  // What is chosen can be taken back, also when no line has it.
  const absent = chosen.filter((one) => !values.some(({ value }) => value === one));
  const all = [...absent.map((value) => ({ value, label: value, count: 0 })), ...values];
  const most = Math.max(1, ...values.map(({ count }) => count));
  return (
    <fieldset>
      <legend className={styles.title}>{title}</legend>
      {all.map(({ value, label, count }) => (
        <div key={value} className={styles.value}>
          <span aria-hidden className={styles.share} style={{ width: `${(100 * count) / most}%` }} />
          <Checkbox
            label={label}
            value={chosen.includes(value)}
            onChange={() =>
              onChoose(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
            }
          />
          <span className={styles.count}>{count.toLocaleString()}</span>
        </div>
      ))}
      {all.length === 0 && <span className={styles.count}>none</span>}
    </fieldset>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  pane: css({
    flex: '0 0 216px',
    maxHeight: 868,
    overflow: 'auto',
    padding: theme.spacing(0.5, 1.5, 1.5),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
    '@container explorer (max-width: 900px)': { flexBasis: 184, padding: theme.spacing(0, 1, 1) },
  }),
  title: css({ ...theme.typography.h6, margin: theme.spacing(1, 0, 0.5) }),
  value: css({
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    minHeight: 24,
    overflowWrap: 'anywhere',
    fontSize: theme.typography.bodySmall.fontSize,
    label: { minWidth: 0, '& > span': { fontSize: theme.typography.bodySmall.fontSize } },
  }),
  share: css({
    position: 'absolute',
    left: 0,
    bottom: 0,
    height: 2,
    background: theme.colors.border.strong,
    opacity: 0.5,
  }),
  count: css({ flexShrink: 0, color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
