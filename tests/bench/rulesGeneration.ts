import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { median } from './pageLoads';
import { catalogJson, slothYaml } from './rulesInput';
import { slothProgram } from './rulesSloth';

interface Generator {
  name: string;
  command: string;
  args: string[];
  /** The file that it writes, or the folder of its files. */
  output: string;
}

/**
 * Times the generation of rules for `size` objectives, the start of the process included, in turns with Sloth when it
 * is there.
 */
export function benchGeneration(projectDir: string, size: number, runs: number): void {
  const folder = path.join(projectDir, '.cache/bench/rules');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const at = (name: string) => path.join(folder, name);
  writeFileSync(at('catalog.json'), catalogJson(size));
  writeFileSync(at('sloth.yaml'), slothYaml(size));
  const sloth = slothProgram(projectDir);
  const ours: Generator = {
    name: 'Watchkeeper',
    command: process.execPath,
    args: ['dev/run/rules.mjs', '--catalog', at('catalog.json'), '--out', at('ours')],
    output: at('ours/prometheus/rules'),
  };
  const theirs = sloth && {
    name: 'Sloth',
    command: sloth,
    args: ['generate', '-i', at('sloth.yaml'), '-o', at('sloth-rules.yaml')],
    output: at('sloth-rules.yaml'),
  };
  const generators: Generator[] = theirs ? [ours, theirs] : [ours];
  // Builds our program, and warms the caches of both.
  generators.forEach((one) => run(projectDir, one));
  const timesMs = new Map(generators.map(({ name }) => [name, [] as number[]]));
  for (let turn = 0; turn < runs; turn++) {
    generators.forEach((one) => timesMs.get(one.name)?.push(run(projectDir, one)));
  }

  console.log(`\nRules for ${size} objectives, start of the process included, median of ${runs} runs in turns`);
  console.log(
    `  ${'generator'.padEnd(14)} ${['ms', 'recordings', 'alerts', 'bytes'].map((name) => name.padStart(11)).join(' ')}`
  );
  for (const { name, output } of generators) {
    const { recordings, alerts, bytes } = counts(output);
    const columns = [Math.round(median(timesMs.get(name) ?? [])), recordings, alerts, bytes];
    console.log(`  ${name.padEnd(14)} ${columns.map((value) => String(value).padStart(11)).join(' ')}`);
  }
  if (theirs) {
    const ratio = median(timesMs.get(ours.name) ?? []) / median(timesMs.get(theirs.name) ?? []);
    console.log(`  time of Watchkeeper / time of Sloth: ${ratio.toFixed(2)}`);
  }
}

function run(projectDir: string, { name, command, args }: Generator): number {
  const startMs = performance.now();
  const { status, stderr } = spawnSync(command, args, { cwd: projectDir, encoding: 'utf8', maxBuffer: 64e6 });
  const elapsedMs = performance.now() - startMs;
  if (status !== 0) {
    throw new Error(`${name} ended with ${String(status)}: ${stderr.slice(-2000)}`);
  }
  return elapsedMs;
}

function counts(output: string): { recordings: number; alerts: number; bytes: number } {
  const files = statSync(output).isDirectory() ? readdirSync(output).map((name) => path.join(output, name)) : [output];
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const matches = (pattern: RegExp) => texts.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0);
  return {
    recordings: matches(/^\s*- record:/gm),
    alerts: matches(/^\s*- alert:/gm),
    bytes: texts.reduce((sum, text) => sum + text.length, 0),
  };
}
