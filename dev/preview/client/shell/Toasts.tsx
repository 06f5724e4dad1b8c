import { css } from '@emotion/css';
import { AppEvents, type AppEvent, type GrafanaTheme2 } from '@grafana/data';
import { Alert, Portal, useStyles2, type AlertVariant } from '@grafana/ui';
import { useEffect, useState } from 'react';

import { appEvents } from '../services/appEvents';

interface Toast {
  id: number;
  severity: AlertVariant;
  title: string;
  text?: string;
}

const SHOWN_MS: Record<string, number> = { success: 3000, info: 5000, warning: 5000, error: 7000 };
const EVENTS: Array<[AppEvent<unknown[]>, AlertVariant]> = [
  [AppEvents.alertSuccess as AppEvent<unknown[]>, 'success'],
  [AppEvents.alertInfo as AppEvent<unknown[]>, 'info'],
  [AppEvents.alertWarning as AppEvent<unknown[]>, 'warning'],
  [AppEvents.alertError as AppEvent<unknown[]>, 'error'],
];

let lastId = 0;

/** App events ("saved", "failed") as short-lived notes in the corner. */
export function Toasts() {
  const styles = useStyles2(getStyles);
  const [toasts, setToasts] = useState<Toast[]>([]);
  const remove = (id: number) => setToasts((all) => all.filter((toast) => toast.id !== id));
  useEffect(() => {
    const listeners = EVENTS.map(([event, severity]) => {
      const listener = (payload: unknown[] = []): void => {
        const [title = '', text] = payload.map(String);
        const toast: Toast = { id: ++lastId, severity, title, text };
        setToasts((all) => [...all, toast]);
        setTimeout(() => remove(toast.id), SHOWN_MS[severity]);
      };
      appEvents.on(event, listener);
      return () => appEvents.off(event, listener);
    });
    return () => listeners.forEach((stop) => stop());
  }, []);
  return (
    <Portal>
      <div className={styles}>
        {toasts.map((toast) => (
          <Alert
            key={toast.id}
            title={toast.title}
            severity={toast.severity}
            elevated
            onRemove={() => remove(toast.id)}
          >
            {toast.text}
          </Alert>
        ))}
      </div>
    </Portal>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return css({
    position: 'fixed',
    top: theme.spacing(6),
    right: theme.spacing(1),
    width: 400,
    zIndex: theme.zIndex.portal,
  });
}
