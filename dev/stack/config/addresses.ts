/**
 * Replaces whole `host:port` addresses of the compose network by local ones.
 * Longer names that merely contain one (`my-jaeger:4317`, `jaeger:43170`) stay.
 */
export function replaceAddresses(text: string, addresses: Record<string, string>): string {
  return text.replace(/(?<![\w.-])[a-z][a-z0-9-]*:\d+(?![\w.])/g, (found) => addresses[found] ?? found);
}
