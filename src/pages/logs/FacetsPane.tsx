import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Checkbox, useStyles2 } from '@grafana/ui';
import { LiveBody } from '../../scenes/live/LiveBody';
import { type Facet } from '../../scenes/logs/facets';
import { fieldTitle } from '../../scenes/logs/fieldTitles';
import { type LogFacets } from '../../scenes/logs/LogFacets';
import { type LogChoice } from './logChoice';

interface Props {
  facets: LogFacets;
  choice: LogChoice;
  choose: (change: Partial<LogChoice>) => void;
}

/** Levels and services with their numbers of lines; ticking one leaves only its lines. */
export function FacetsPane({ facets, choice, choose }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.pane} data-testid="logs-facets">
      <facets.Component model={facets} />
      <LiveBody live={facets} what="levels and services">
        {(found) =>
          found.map((facet) => {
            const key = facet.role === 'level' ? 'levels' : 'services';
            const chosen = choice[key];
            return (
              <fieldset key={facet.role}>
                <legend className={styles.title}>{fieldTitle(facet.role)}</legend>
                {withChosen(facet, chosen).map(({ value, count }) => (
                  <div key={value} className={styles.value}>
                    <Checkbox
                      label={value}
                      value={chosen.includes(value)}
                      onChange={() =>
                        choose({
                          [key]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value],
                        })
                      }
                    />
                    <span className={styles.count}>{count.toLocaleString()}</span>
                  </div>
                ))}
                {facet.values.length === 0 && chosen.length === 0 && <span className={styles.count}>none</span>}
              </fieldset>
            );
          })
        }
      </LiveBody>
    </div>
  );
}

/** What is chosen can be taken back, also when no line has it. */
function withChosen({ values }: Facet, chosen: readonly string[]): Facet['values'] {
  const absent = chosen.filter((one) => !values.some(({ value }) => value === one));
  return [...absent.map((value) => ({ value, count: 0 })), ...values];
}

const getStyles = (theme: GrafanaTheme2) => ({
  pane: css({
    flex: '0 0 210px',
    maxHeight: 828,
    overflow: 'auto',
    padding: theme.spacing(1.5),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
  }),
  title: css({ ...theme.typography.h6, margin: theme.spacing(1, 0, 0.5) }),
  value: css({
    display: 'flex',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    overflowWrap: 'anywhere',
    label: { minWidth: 0 },
  }),
  count: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
