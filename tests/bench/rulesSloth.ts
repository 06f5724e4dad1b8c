import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const VERSION = 'v0.16.0';
const PROGRAM = 'github.com/slok/sloth/cmd/sloth';
const LIMIT_MS = 600_000;

/**
 * Path of Sloth's program, which is built when it is not there and Go is.
 * @returns undefined, after saying why, when it cannot be had.
 */
export function slothProgram(projectDir: string): string | undefined {
  const program = path.join(projectDir, '.cache/bin/sloth');
  if (existsSync(program)) {
    return program;
  }
  // Not `go install`: it asks for the list of all versions, which not every module proxy has.
  const folder = path.join(projectDir, '.cache/sloth');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'go.mod'), `module bench\n\ngo 1.24\n\nrequire github.com/slok/sloth ${VERSION}\n`);
  writeFileSync(path.join(folder, 'tools.go'), `//go:build tools\n\npackage bench\n\nimport _ "${PROGRAM}"\n`);
  console.log(`Building Sloth ${VERSION} (a few minutes, once) …`);
  const { status, stderr, error } = spawnSync('go', ['build', '-mod=mod', '-o', program, PROGRAM], {
    cwd: folder,
    encoding: 'utf8',
    timeout: LIMIT_MS,
  });
  if (status !== 0) {
    console.log(`Sloth cannot be built here: ${error?.message ?? stderr.trim().split('\n').at(-1)}`);
    return undefined;
  }
  return program;
}
