import { AppEvents, type TimeRange } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';

/** URL key that names a panel to scroll to. */
export const PANEL_URL_KEY = 'viewPanel';

/**
 * A link to a page as its reader sees it: with its variables, the time range fixed, and the panel to scroll to.
 * @param href the page's own address.
 */
export function panelLink(href: string, panelKey: string | undefined, { from, to }: TimeRange): string {
  const url = new URL(href);
  // A page that stands still has nothing to refresh.
  url.searchParams.delete('refresh');
  url.searchParams.set('from', from.toISOString());
  url.searchParams.set('to', to.toISOString());
  if (panelKey !== undefined) {
    url.searchParams.set(PANEL_URL_KEY, panelKey);
  }
  return url.href;
}

/** Puts a text on the clipboard and says so. @param what the text is, with a capital. */
export async function copyText(text: string, what = 'Link'): Promise<void> {
  const isCopied = await writeClipboard(text);
  getAppEvents().publish(
    isCopied
      ? { type: AppEvents.alertSuccess.name, payload: [`${what} copied`] }
      : { type: AppEvents.alertWarning.name, payload: [`The browser does not let the app copy. ${what}:`, text] }
  );
}

async function writeClipboard(text: string): Promise<boolean> {
  // A Grafana that is served without TLS has no clipboard interface.
  if (!window.isSecureContext) {
    return copyBySelection(text);
  }
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  document.body.appendChild(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  return isCopied;
}
