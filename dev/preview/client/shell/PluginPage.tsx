import { css } from '@emotion/css';
import { PageLayoutType, type GrafanaTheme2 } from '@grafana/data';
import type { PluginPageProps } from '@grafana/runtime';
import { Tab, TabsBar, Text, useStyles2 } from '@grafana/ui';
import { Fragment, useEffect } from 'react';

import { currentPage } from './pageStore';

/** A page as plugins ask for it: title or their own, subtitle, facts, actions, tabs; breadcrumbs go to the top bar. */
export function PluginPage({ actions, children, info, pageNav, layout, renderTitle, subTitle }: PluginPageProps) {
  const styles = useStyles2(getStyles);
  useEffect(() => {
    currentPage.next(pageNav);
  }, [pageNav]);
  if (layout === PageLayoutType.Custom) {
    return <>{children}</>;
  }
  const title = pageNav?.text ?? '';
  const below = subTitle ?? pageNav?.subTitle;
  const tabs = (pageNav?.children ?? []).filter((child) => !child.hideFromTabs);
  return (
    <div className={styles.page}>
      {layout !== PageLayoutType.Canvas && (
        <div className={styles.header}>
          <div className={styles.titleRow}>
            <div className={styles.title}>
              {pageNav?.img && <img src={pageNav.img} alt="" width={32} height={32} />}
              {renderTitle ? renderTitle(title) : <Text element="h1">{title}</Text>}
            </div>
            <div className={styles.facts}>
              {info?.map((fact) => (
                <Fragment key={fact.label}>
                  <div>
                    <div className={styles.label}>{fact.label}</div>
                    {fact.value}
                  </div>
                </Fragment>
              ))}
            </div>
            {actions && <div className={styles.actions}>{actions}</div>}
          </div>
          {below && <div className={styles.label}>{below}</div>}
        </div>
      )}
      {tabs.length > 0 && (
        <TabsBar>
          {tabs.map((tab) => (
            <Tab
              key={tab.url}
              label={tab.text}
              active={tab.active}
              href={tab.url}
              icon={tab.icon as never}
              counter={tab.tabCounter}
              suffix={tab.tabSuffix as never}
            />
          ))}
        </TabsBar>
      )}
      <div className={styles.body}>{children}</div>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    page: css({
      flex: 1,
      display: 'flex',
      flexDirection: 'column',
      padding: theme.spacing(3, 4, 4, 4),
      gap: theme.spacing(2),
    }),
    header: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
    titleRow: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 2), alignItems: 'center' }),
    title: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      flex: '1 1 auto',
      '& h1': { margin: 0 },
    }),
    facts: css({ display: 'flex', gap: theme.spacing(3) }),
    actions: css({ display: 'flex', gap: theme.spacing(1) }),
    label: css({ color: theme.colors.text.secondary }),
    body: css({ flex: 1, display: 'flex', flexDirection: 'column' }),
  };
}
