/**
 * A value of an enum that a panel's options use and that no package exports. Grafana stores these as plain words.
 */
export function panelEnum(word: string): never {
  return word as never;
}
