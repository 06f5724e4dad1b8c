import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Icon, IconButton, useStyles2 } from '@grafana/ui';
import { Link } from 'react-router-dom';

import { breadcrumbs } from './nav';
import { currentPage } from './pageStore';
import { switchTheme } from './theme';
import { useSubject } from './useSubject';

/** Breadcrumbs, and the switch between light and dark. */
export function TopBar() {
  const styles = useStyles2(getStyles);
  const crumbs = breadcrumbs(useSubject(currentPage));
  const isLight = config.theme2.isLight;
  return (
    <header className={styles.bar}>
      <nav aria-label="Breadcrumbs">
        <ol className={styles.crumbs}>
          {crumbs.map((crumb, index) => (
            <li key={`${crumb.url}:${crumb.text}`} className={styles.crumb}>
              {index === crumbs.length - 1 || !crumb.url ? (
                <span aria-current="page">{crumb.text}</span>
              ) : (
                <>
                  <Link to={crumb.url}>{crumb.text}</Link>
                  <Icon name="angle-right" aria-hidden />
                </>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <IconButton
        name="palette"
        tooltip={`Switch to the ${isLight ? 'dark' : 'light'} theme`}
        onClick={() => switchTheme(isLight ? 'dark' : 'light')}
      />
    </header>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({
      position: 'sticky',
      top: 0,
      zIndex: theme.zIndex.navbarFixed,
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      height: 40,
      padding: theme.spacing(0, 2),
      background: theme.colors.background.primary,
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    }),
    crumbs: css({ display: 'flex', listStyle: 'none', alignItems: 'center' }),
    crumb: css({
      display: 'flex',
      alignItems: 'center',
      whiteSpace: 'nowrap',
      '& a': { color: theme.colors.text.secondary, '&:hover': { textDecoration: 'underline' } },
    }),
  };
}
