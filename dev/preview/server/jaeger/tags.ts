/**
 * Reads tags in logfmt (`error=true http.method="GET /x" retry`) into the map that Jaeger's search takes as JSON.
 * A key without a value stands for an empty one, as Grafana's reader has it.
 */
export function parseLogfmt(text: string): Record<string, string> {
  const tags: Record<string, string> = {};
  for (const [, key, quoted, bare] of text.matchAll(/([^\s="]+)(?:=(?:"((?:[^"\\]|\\.)*)"|([^\s"]*)))?/g)) {
    if (key) {
      tags[key] = quoted !== undefined ? quoted.replace(/\\(.)/g, '$1') : (bare ?? '');
    }
  }
  return tags;
}
