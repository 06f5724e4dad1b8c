import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { StackFailure } from './failure';

/** In the order in which they stop: readers before what they read from. */
export const serverNames = [
  'grafana',
  'preview',
  'telemetry',
  'prometheus',
  'alertmanager',
  'webhook',
  'jaeger',
  'elasticsearch',
] as const;

export const serverNameSchema = z.enum(serverNames);
export type ServerName = z.infer<typeof serverNameSchema>;

const serverStateSchema = z.object({
  /** What a person or a client opens. */
  url: z.string(),
  /** Absent for servers inside containers. */
  pid: z.number().int().positive().optional(),
  /** When the process of that pid started, as the system tells it: a recycled pid differs. */
  processStart: z.string().optional(),
  log: z.string().optional(),
  otlpHttpUrl: z.string().optional(),
  otlpGrpcUrl: z.string().optional(),
  adminUrl: z.string().optional(),
});
export type ServerState = z.infer<typeof serverStateSchema>;

const stackStateSchema = z.object({
  provider: z.enum(['native', 'compose']),
  startedAt: z.string(),
  servers: z.partialRecord(serverNameSchema, serverStateSchema),
});
export type StackState = z.infer<typeof stackStateSchema>;

/** @returns undefined when no stack was started; throws a StackFailure when the file is damaged */
export function readState(file: string): StackState | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const parsed = stackStateSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
    throw new StackFailure(
      `${file} does not describe a stack${where}: ${issue?.message ?? 'not readable'}. Stop its processes by hand, then delete the file.`
    );
  }
  return parsed.data;
}

/** Written whole or not at all: others poll this file. */
export function writeState(file: string, state: StackState): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify(state, null, 2)}\n`);
  renameSync(draft, file);
}

export function removeState(file: string): void {
  rmSync(file, { force: true });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
