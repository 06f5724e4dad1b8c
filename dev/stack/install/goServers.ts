import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StackFailure } from '../failure';
import type { StackPaths } from '../paths';
import { outputOf, runLogged } from '../process/run';
import { isCurrent, stampOf, writeStamp } from './stamp';
import { requireTool } from './tools';

export interface GoServer {
  name: 'prometheus' | 'alertmanager' | 'jaeger';
  title: string;
  /** As required by servers/<name>/go.mod. */
  module: string;
  version: string;
  /** Output file in the bin folder → package that is built. */
  programs: Record<string, string>;
  tags?: string;
  /** Go variable that `--version` and the build-info API print, and its value. */
  versionVariable: [name: string, value: string];
  /** Folder of web assets that the module embeds but does not ship. */
  missingAssets?: string;
}

const prometheusVersionVariable = 'github.com/prometheus/common/version.Version';

export const goServers: GoServer[] = [
  {
    name: 'prometheus',
    title: 'Prometheus',
    module: 'github.com/prometheus/prometheus',
    version: 'v0.315.0',
    programs: { promtool: 'cmd/promtool', prometheus: 'cmd/prometheus' },
    // Only HTTP, file and static discovery are needed; this halves the build time.
    tags: 'remove_all_sd',
    // The module of Prometheus 3.15.0 is numbered 0.315.0.
    versionVariable: [prometheusVersionVariable, '3.15.0'],
  },
  {
    name: 'alertmanager',
    title: 'Alertmanager',
    module: 'github.com/prometheus/alertmanager',
    version: 'v0.34.2',
    programs: { amtool: 'cmd/amtool', alertmanager: 'cmd/alertmanager' },
    versionVariable: [prometheusVersionVariable, '0.34.2'],
    missingAssets: 'ui/app/dist',
  },
  {
    name: 'jaeger',
    title: 'Jaeger',
    module: 'github.com/jaegertracing/jaeger',
    version: 'v1.62.0',
    programs: { 'jaeger-all-in-one': 'cmd/all-in-one' },
    versionVariable: ['github.com/jaegertracing/jaeger/pkg/version.latestVersion', 'v1.62.0'],
  },
];

/** Builds the programs of one server unless the same recipe already has. @returns whether it built */
export async function installGoServer(server: GoServer, paths: StackPaths): Promise<boolean> {
  const moduleDir = path.join(paths.projectDir, 'dev/stack/servers', server.name);
  const outputs = Object.keys(server.programs).map((program) => path.join(paths.binDir, program));
  const stampFile = path.join(paths.binDir, `${server.name}.stamp`);
  const stamp = stampOf(server, [moduleDir]);
  if (isCurrent(stampFile, stamp, outputs)) {
    return false;
  }
  await requireTool('go');
  mkdirSync(paths.binDir, { recursive: true });
  const logFile = path.join(paths.buildDir, `${server.name}.log`);
  rmSync(logFile, { force: true });
  const workDir = server.missingAssets
    ? await copyWithPlaceholder(server, server.missingAssets, moduleDir, paths.buildDir, logFile)
    : moduleDir;
  for (const [program, packagePath] of Object.entries(server.programs)) {
    await buildProgram(server, path.join(paths.binDir, program), packagePath, workDir, logFile);
  }
  writeStamp(stampFile, stamp);
  return true;
}

async function buildProgram(
  server: GoServer,
  output: string,
  packagePath: string,
  workDir: string,
  logFile: string
): Promise<void> {
  const [variable, value] = server.versionVariable;
  // Built beside its place and moved there: an interrupted build leaves no half a program.
  const draft = `${output}.${process.pid}.tmp`;
  const tags = server.tags ? ['-tags', server.tags] : [];
  const linkerFlags = `-s -w -X ${variable}=${value}`;
  await runLogged({
    label: `Building ${server.title}`,
    command: 'go',
    args: ['build', '-trimpath', ...tags, '-ldflags', linkerFlags, '-o', draft, `${server.module}/${packagePath}`],
    cwd: workDir,
    logFile,
  });
  renameSync(draft, output);
}

/**
 * Some modules embed a web interface that their release builds and their module archive lacks.
 * The compiler then refuses them, and the module cache is read-only, so a copy gets a placeholder page.
 */
async function copyWithPlaceholder(
  server: GoServer,
  assets: string,
  moduleDir: string,
  buildDir: string,
  logFile: string
): Promise<string> {
  const locate = ['-C', moduleDir, 'list', '-m', '-f', '{{.Dir}}', server.module];
  await runLogged({
    label: `Fetching ${server.title}`,
    command: 'go',
    args: ['-C', moduleDir, 'mod', 'download', server.module],
    cwd: moduleDir,
    logFile,
  });
  const source = (await outputOf('go', locate, 60_000))?.trim();
  if (!source) {
    throw new StackFailure(`Go does not say where it keeps ${server.module}; see ${logFile}`);
  }
  const copy = path.join(buildDir, server.name);
  rmSync(copy, { recursive: true, force: true });
  // The module cache is read-only and so would its copy be.
  await runLogged({
    label: `Copying ${server.title}`,
    command: 'sh',
    args: ['-c', 'mkdir -p "$2" && cp -R "$1/." "$2" && chmod -R u+w "$2"', 'copy', source, copy],
    cwd: moduleDir,
    logFile,
  });
  mkdirSync(path.join(copy, assets), { recursive: true });
  writeFileSync(
    path.join(copy, assets, 'index.html'),
    `<!doctype html><title>${server.title}</title><p>${server.title} ${server.version}, API only.</p>\n`
  );
  return copy;
}
