import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const blockMetaSchema = z.looseObject({
  maxTime: z.number(),
  compaction: z.looseObject({ hints: z.array(z.string()).optional() }),
});

/** Names of the blocks in a Prometheus data folder. */
export function blockNames(dataDir: string): string[] {
  if (!existsSync(dataDir)) {
    return [];
  }
  return readdirSync(dataDir).filter((name) => existsSync(metaFile(dataDir, name)));
}

/** Last moment for which the folder holds samples: the end of a block, or the last write of a live server. */
export function metricsEndMs(dataDir: string): number | undefined {
  const blockEnds = blockNames(dataDir).map((name) => readMeta(dataDir, name).maxTime);
  const walDir = path.join(dataDir, 'wal');
  const segments = existsSync(walDir) ? readdirSync(walDir).filter((name) => /^\d+$/.test(name)) : [];
  const writes = segments.map((name) => statSync(path.join(walDir, name)).mtimeMs);
  // A history without blocks was never played: whatever was scraped meanwhile does not count.
  return blockEnds.length === 0 ? undefined : Math.max(...blockEnds, ...writes);
}

/**
 * Prometheus drops recent samples that are still in its write-ahead log when a block reaches past them,
 * unless that block says that it was made from out-of-order samples. A block that fills a gap is just that.
 */
export function markAsOutOfOrder(dataDir: string, name: string): void {
  const meta = readMeta(dataDir, name);
  const hints = new Set([...(meta.compaction.hints ?? []), 'from-out-of-order']);
  const marked = { ...meta, compaction: { ...meta.compaction, hints: [...hints] } };
  writeFileSync(metaFile(dataDir, name), `${JSON.stringify(marked, null, 2)}\n`);
}

function readMeta(dataDir: string, name: string): z.infer<typeof blockMetaSchema> {
  return blockMetaSchema.parse(JSON.parse(readFileSync(metaFile(dataDir, name), 'utf8')));
}

function metaFile(dataDir: string, name: string): string {
  return path.join(dataDir, name, 'meta.json');
}
