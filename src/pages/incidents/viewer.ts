import { config } from '@grafana/runtime';

/** Who is looking, for the timeline; undefined for somebody who has not signed in. */
export function viewerName(): string | undefined {
  const { isSignedIn, name, login } = config.bootData.user;
  return isSignedIn ? name || login || undefined : undefined;
}

/** Whether Grafana lets the viewer write annotations that belong to no dashboard. */
export function mayWriteAnnotations(): boolean {
  return Boolean(config.bootData.user.permissions?.['annotations:create']);
}
