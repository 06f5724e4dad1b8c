/** A choice of filters under a name. */
export interface SavedView {
  name: string;
  /** The filters as they stand in a URL. */
  query: string;
  /** Shown when the page is opened without filters. At most one is. */
  isDefault: boolean;
}

const MOST_VIEWS = 50;
export const LONGEST_NAME = 60;

/** Grafana's word for every value of a variable, which is no choice. */
const EVERYTHING = '$__all';

/** The part of a query string that a view is made of, in one spelling for each choice. */
export function viewQuery(search: string, keys: readonly string[]): string {
  const given = new URLSearchParams(search);
  const kept = new URLSearchParams();
  for (const key of keys) {
    for (const value of given
      .getAll(key)
      .filter((one) => one !== '' && one !== EVERYTHING)
      .sort()) {
      kept.append(key, value);
    }
  }
  return kept.toString();
}

/** What a view changes in an address: every key that views are made of; `null` takes it away. Variables cannot be away. */
export function viewParams(query: string, keys: readonly string[]): Record<string, string[] | null> {
  const wanted = new URLSearchParams(query);
  return Object.fromEntries(
    keys.map((key) => [key, wanted.has(key) ? wanted.getAll(key) : key.startsWith('var-') ? [EVERYTHING] : null])
  );
}

/** Why a name cannot be used for a view; undefined when it can. */
export function nameProblem(views: readonly SavedView[], name: string, except?: string): string | undefined {
  const text = name.trim();
  if (text === '') {
    return 'A view needs a name.';
  }
  if (text.length > LONGEST_NAME) {
    return `At most ${LONGEST_NAME} characters.`;
  }
  if (views.some((view) => view.name === text && view.name !== except)) {
    return `There is a view "${text}" already.`;
  }
  return views.length >= MOST_VIEWS && except === undefined ? `At most ${MOST_VIEWS} views.` : undefined;
}

/** With one more view; the first of a name that is taken stays. */
export function withView(views: readonly SavedView[], name: string, query: string): SavedView[] {
  return nameProblem(views, name) === undefined
    ? [...views, { name: name.trim(), query, isDefault: false }]
    : [...views];
}

export function renamedView(views: readonly SavedView[], from: string, to: string): SavedView[] {
  return nameProblem(views, to, from) === undefined
    ? views.map((view) => (view.name === from ? { ...view, name: to.trim() } : view))
    : [...views];
}

export function withoutView(views: readonly SavedView[], name: string): SavedView[] {
  return views.filter((view) => view.name !== name);
}

/** With another default; with none when the view was it. */
export function toggledDefault(views: readonly SavedView[], name: string): SavedView[] {
  return views.map((view) => ({ ...view, isDefault: view.name === name && !view.isDefault }));
}

/** What of a stored value can be used. */
export function readViews(stored: unknown): SavedView[] | undefined {
  if (!Array.isArray(stored)) {
    return undefined;
  }
  return stored.flatMap((one: Partial<SavedView> | null) =>
    typeof one?.name === 'string' && typeof one.query === 'string'
      ? [{ name: one.name, query: one.query, isDefault: one.isDefault === true }]
      : []
  );
}
