import { css, Global } from '@emotion/react';

/** What Grafana's own style sheet resets before its components' styles apply. */
export function BaseStyles() {
  return (
    <Global
      styles={css({
        body: { margin: 0, width: '100%', minHeight: '100vh' },
        '*, *::before, *::after': { boxSizing: 'inherit' },
        html: { boxSizing: 'border-box' },
        '#reactRoot': { minHeight: '100vh' },
      })}
    />
  );
}
