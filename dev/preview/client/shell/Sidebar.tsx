import { css, cx } from '@emotion/css';
import type { AppPluginMeta, GrafanaTheme2, IconName } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { Link, useLocation } from 'react-router-dom';

import { isAdmin } from './role';
import { appNavItems } from './nav';

/** The app's section of Grafana's menu: its pages, and its configuration for admins. */
export function Sidebar({ meta }: { meta: AppPluginMeta }) {
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  const items = appNavItems();
  const configUrl = `/plugins/${meta.id}`;
  const active = items
    .filter((item) => item.url && (pathname === item.url || pathname.startsWith(`${item.url}/`)))
    .sort((a, b) => (b.url?.length ?? 0) - (a.url?.length ?? 0))[0];
  return (
    <nav className={styles.bar} aria-label="Main menu" data-testid="sidebar">
      <Link to={`/a/${meta.id}`} className={styles.app}>
        {meta.info.logos.small && <img src={meta.info.logos.small} alt="" width={24} height={24} />}
        {meta.name}
      </Link>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.url}>
            <Link
              to={item.url ?? ''}
              className={cx(styles.link, item === active && styles.active)}
              aria-current={item === active ? 'page' : undefined}
            >
              {item.icon && <Icon name={item.icon as IconName} />}
              {item.text}
            </Link>
          </li>
        ))}
        {isAdmin() && !items.some((item) => item.url === configUrl) && (
          <li className={styles.last}>
            <Link to={configUrl} className={cx(styles.link, pathname.startsWith('/plugins/') && styles.active)}>
              <Icon name="cog" />
              Plugin settings
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({
      width: 220,
      flexShrink: 0,
      position: 'sticky',
      top: 0,
      height: '100vh',
      overflowY: 'auto',
      background: theme.colors.background.primary,
      borderRight: `1px solid ${theme.colors.border.weak}`,
      [theme.breakpoints.down('md')]: { display: 'none' },
    }),
    app: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      height: 40,
      padding: theme.spacing(0, 2),
      fontWeight: theme.typography.fontWeightMedium,
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    }),
    list: css({ listStyle: 'none', margin: 0, padding: theme.spacing(1) }),
    link: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(0.75, 1),
      borderRadius: theme.shape.radius.default,
      color: theme.colors.text.secondary,
      '&:hover': { background: theme.colors.action.hover, color: theme.colors.text.primary },
    }),
    active: css({ background: theme.colors.action.selected, color: theme.colors.text.primary }),
    last: css({
      marginTop: theme.spacing(2),
      paddingTop: theme.spacing(1),
      borderTop: `1px solid ${theme.colors.border.weak}`,
    }),
  };
}
