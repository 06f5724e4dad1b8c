import type { bootData } from './bootData';

/** JSON that may stand inside a script element. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

/**
 * The host's one HTML page. The boot data must be there before the bundle is evaluated; the theme is chosen here too
 * (`?theme=` wins and is remembered), so that nothing flashes in the wrong colours.
 */
export function renderPage(data: ReturnType<typeof bootData>, bundleVersion: string): string {
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <base href="/">
  <title>${data.plugin.manifest.name} · preview</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/preview/assets/host.css?v=${bundleVersion}">
  <script>
    window.grafanaBootData = ${scriptJson(data)};
    (function () {
      var key = 'watchkeeper.preview.theme';
      var asked = new URLSearchParams(location.search).get('theme');
      if (asked === 'light' || asked === 'dark') { localStorage.setItem(key, asked); }
      var theme = localStorage.getItem(key) === 'light' ? 'light' : 'dark';
      window.grafanaBootData.user.theme = theme;
      document.documentElement.style.colorScheme = theme;
      document.documentElement.style.background = theme === 'light' ? 'rgb(244,245,245)' : 'rgb(17,18,23)';
    })();
  </script>
  <script defer src="/preview/assets/host.js?v=${bundleVersion}"></script>
</head>
<body>
  <div id="reactRoot"></div>
</body>
</html>
`;
}
