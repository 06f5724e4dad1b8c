import { locationUtil } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { type AnchorHTMLAttributes, type MouseEvent } from 'react';

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** A path of this Grafana, without the folder that it may be served from. */
  href: string;
}

/**
 * A bare link within Grafana, for places where Grafana's own links bring looks that do not fit. (The router's `Link`
 * would bring a second copy of the router into the bundle.)
 */
export function AppLink({ href, children, ...rest }: Props) {
  const follow = (event: MouseEvent) => {
    // Anything but a plain click is the browser's: a new tab, a new window, a download.
    if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      locationService.push(href);
    }
  };
  return (
    <a {...rest} href={locationUtil.assureBaseUrl(href)} onClick={follow}>
      {children}
    </a>
  );
}
