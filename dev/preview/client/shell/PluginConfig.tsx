import { css } from '@emotion/css';
import type { AppPlugin, AppPluginMeta, GrafanaTheme2 } from '@grafana/data';
import { locationSearchToObject } from '@grafana/runtime';
import { ErrorBoundaryAlert, LoadingPlaceholder, Tab, TabContent, TabsBar, Text, useStyles2 } from '@grafana/ui';
import { Suspense } from 'react';
import { useLocation } from 'react-router';

import { isAdmin } from './role';
import { PluginPage } from './PluginPage';

/** `/plugins/<id>?page=…`: the plugin's configuration pages, for admins. */
export function PluginConfig({ plugin, meta }: { plugin: AppPlugin; meta: AppPluginMeta }) {
  const { search } = useLocation();
  const styles = useStyles2(getStyles);
  const query = locationSearchToObject(search);
  const pages = plugin.configPages ?? [];
  const page = pages.find((candidate) => candidate.id === query.page) ?? pages[0];
  const parentItem = { text: 'Plugins', url: '/plugins' };
  const nav = { text: meta.name, url: `/plugins/${meta.id}`, subTitle: meta.info.description, parentItem };
  if (!isAdmin() || !page) {
    return (
      <PluginPage pageNav={nav}>
        <Text>{isAdmin() ? 'This plugin has no configuration page.' : 'Only admins may configure plugins.'}</Text>
      </PluginPage>
    );
  }
  const Body = page.body;
  return (
    <PluginPage pageNav={nav}>
      <TabsBar>
        {pages.map((candidate) => (
          <Tab
            key={candidate.id}
            label={candidate.title}
            active={candidate === page}
            href={`/plugins/${meta.id}?page=${candidate.id}`}
          />
        ))}
      </TabsBar>
      <TabContent className={styles}>
        <ErrorBoundaryAlert>
          <Suspense fallback={<LoadingPlaceholder text="" />}>
            <Body plugin={plugin} query={query} />
          </Suspense>
        </ErrorBoundaryAlert>
      </TabContent>
    </PluginPage>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return css({ paddingTop: theme.spacing(3) });
}
