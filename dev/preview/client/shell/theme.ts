const THEME_KEY = 'watchkeeper.preview.theme';

/** Remembers the theme and loads the page anew in it; `?theme=` would win over the memory, so it goes. */
export function switchTheme(theme: 'light' | 'dark'): void {
  localStorage.setItem(THEME_KEY, theme);
  const url = new URL(location.href);
  url.searchParams.delete('theme');
  location.replace(url);
}
