import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Limits of the built plugin, in bytes (1 kB = 1,000 bytes). */
export const sizeLimits = { module: 15_000, largest: 600_000, total: 1_100_000 };

export interface ScriptSize {
  name: string;
  bytes: number;
}

/** Every script of a build, the largest first. */
export function scriptSizes(distDir: string): ScriptSize[] {
  if (!existsSync(distDir)) {
    return [];
  }
  return readdirSync(distDir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return { name: path.relative(distDir, file), bytes: statSync(file).size };
    })
    .sort((a, b) => b.bytes - a.bytes);
}

/** What is too large, in words; one entry for each limit that is missed. */
export function sizeComplaints(scripts: ScriptSize[], limits = sizeLimits): string[] {
  const module = scripts.find(({ name }) => name === 'module.js');
  if (!module) {
    return ['there is no module.js'];
  }
  const total = scripts.reduce((bytes, script) => bytes + script.bytes, 0);
  return [
    ...(module.bytes > limits.module ? [`module.js has ${module.bytes} bytes, ${limits.module} are allowed`] : []),
    ...scripts
      .filter(({ bytes }) => bytes > limits.largest)
      .map(({ name, bytes }) => `${name} has ${bytes} bytes, ${limits.largest} are allowed`),
    ...(total > limits.total ? [`all scripts have ${total} bytes, ${limits.total} are allowed`] : []),
  ];
}
