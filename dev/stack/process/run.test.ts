/** @jest-environment node */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../testing';
import { outputOf, runLogged } from './run';
import { runToEnd } from './toEnd';

const folder = temporaryFolder();
const logFile = path.join(folder, 'deep/run.log');
const node = (script: string) => ({ command: process.execPath, args: ['-e', script], cwd: folder });

test('logs the command and both outputs, one run after the other', async () => {
  await runLogged({ label: 'First', logFile, ...node("console.log('out'); console.error('err')") });
  await runLogged({ label: 'Second', logFile, ...node('console.log(process.env.COLOUR)'), env: { COLOUR: 'green' } });
  const log = readFileSync(logFile, 'utf8');
  expect(log).toMatch(/^\$ .*node.* -e /);
  expect(log).toContain('out\n');
  expect(log).toContain('err\n');
  expect(log).toContain('green\n');
});

test('a failure tells what failed, how, and the end of its output', async () => {
  const running = runLogged({
    label: 'The build',
    logFile,
    ...node("console.error('no space left'); process.exit(3)"),
  });
  await expect(running).rejects.toThrow(/The build failed \(exit code 3\)[\s\S]*no space left/);
});

test('a program that does not exist ends with 127, one that is killed with 128', async () => {
  const outputFile = path.join(folder, 'codes.log');
  expect(await runToEnd({ command: 'no-such-program-here', args: [], cwd: folder, outputFile })).toBe(127);
  expect(await runToEnd({ ...node("process.kill(process.pid, 'SIGKILL')"), outputFile })).toBe(128);
  expect(readFileSync(outputFile, 'utf8')).toMatch(/ENOENT[\s\S]*ended by SIGKILL/);
});

test('the output of a short command, or nothing', async () => {
  expect(await outputOf(process.execPath, ['-p', '6 * 7'])).toBe('42\n');
  expect(await outputOf(process.execPath, ['-e', 'process.exit(1)'])).toBeUndefined();
  expect(await outputOf('no-such-program-here', [])).toBeUndefined();
});
