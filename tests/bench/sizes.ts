import { type ScriptSize, scriptSizes, sizeComplaints, sizeLimits } from '../../dev/test/sizes';

/** Prints the sizes of a build against their limits. @returns what is over its limit. */
export function benchSizes(distDir: string): string[] {
  const scripts = scriptSizes(distDir);
  const complaints = sizeComplaints(scripts);
  if (scripts.length === 0) {
    return [...complaints, `nothing is built in ${distDir}: npm run build`];
  }
  const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
  const largest = scripts[0] as ScriptSize;
  console.log('Sizes of the production build (minified, bytes; share of the limit)');
  row('module.js', scripts.find(({ name }) => name === 'module.js')?.bytes ?? 0, sizeLimits.module);
  row(`largest chunk (${largest.name})`, largest.bytes, sizeLimits.largest);
  row(`all ${scripts.length} scripts`, total, sizeLimits.total);
  return complaints;
}

function row(what: string, bytes: number, limit: number) {
  const share = `${Math.round((bytes / limit) * 100)} %`;
  console.log(
    `  ${what.padEnd(44)} ${String(bytes).padStart(9)} of ${String(limit).padStart(9)}  ${share.padStart(5)}`
  );
}
