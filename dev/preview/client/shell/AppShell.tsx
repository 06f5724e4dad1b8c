import { css } from '@emotion/css';
import type { AppPluginMeta, GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useEffect, type ReactNode } from 'react';
import { useLocation } from 'react-router';

import { breadcrumbs } from './nav';
import { currentPage } from './pageStore';
import { PreviewNote } from './PreviewNote';
import { Sidebar } from './Sidebar';
import { TopBar } from './TopBar';
import { useSubject } from './useSubject';

/** Kiosk as in Grafana's address: `?kiosk`, with any value. */
function useKiosk(): boolean {
  return new URLSearchParams(useLocation().search).has('kiosk');
}

/** Sidebar, top bar and the page; in kiosk only the page. */
export function AppShell({ meta, children }: { meta: AppPluginMeta; children: ReactNode }) {
  const styles = useStyles2(getStyles);
  const page = useSubject(currentPage);
  const kiosk = useKiosk();
  useEffect(() => {
    document.title = `${breadcrumbs(page).at(-1)?.text ?? meta.name} - ${meta.name} (preview)`;
  }, [page, meta.name]);
  if (kiosk) {
    return (
      <main className={styles.content} id="pageContent" data-kiosk="true">
        {children}
        <PreviewNote />
      </main>
    );
  }
  return (
    <div className={styles.shell}>
      <Sidebar meta={meta} />
      <div className={styles.main}>
        <TopBar />
        <main className={styles.content} id="pageContent">
          {children}
        </main>
        <PreviewNote />
      </div>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    shell: css({ display: 'flex', minHeight: '100vh', background: theme.colors.background.canvas }),
    main: css({ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }),
    content: css({
      flex: 1,
      minWidth: 0,
      display: 'flex',
      flexDirection: 'column',
      background: theme.colors.background.canvas,
    }),
  };
}
