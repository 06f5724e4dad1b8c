import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type SceneObject } from '@grafana/scenes';
import { Icon, useStyles2 } from '@grafana/ui';
import { pageFilters, type PageFilters } from '../page/PageFilters';

/** While a page is filtered: by what, and what on it is not, because it is about whole services. */
export function FilterNote({ model }: { model: SceneObject }) {
  const filters = pageFilters(model);
  return filters ? <Note filters={filters} /> : null;
}

function Note({ filters }: { filters: PageFilters }) {
  const styles = useStyles2(getStyles);
  // Its state changes with every choice.
  filters.useState();
  const chosen = filters.chosen();
  if (chosen.length === 0) {
    return null;
  }
  return (
    <p className={styles.note} role="note">
      <Icon name="filter" size="sm" aria-hidden />
      <span>
        Graphs and numbers are filtered by{' '}
        {chosen.map(({ role, values }) => `${role} ${values.join(' or ')}`).join(', ')} where their metrics say it.
        States, objectives, alerts and lists are not.
      </span>
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  note: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    margin: 0,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
