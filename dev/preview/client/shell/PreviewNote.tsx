import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

/** Says at all times what this is not. */
export function PreviewNote() {
  return (
    <div className={useStyles2(getStyles)} role="note">
      Preview host — not a Grafana
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return css({
    position: 'fixed',
    right: theme.spacing(1),
    bottom: theme.spacing(0.5),
    zIndex: theme.zIndex.sidemenu,
    padding: theme.spacing(0.25, 1),
    borderRadius: theme.shape.radius.pill,
    background: theme.colors.background.secondary,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    pointerEvents: 'none',
    opacity: 0.9,
  });
}
