/** @jest-environment node */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../testing';
import { startInBackground, stopProcess } from './background';
import { isSameProcess } from './identity';

const folder = temporaryFolder();

function startNode(script: string, name: string) {
  const logFile = path.join(folder, `${name}.log`);
  return startInBackground({ command: process.execPath, args: ['-e', script], cwd: folder, logFile });
}

test('a background process writes its log and ends when asked to', async () => {
  const { pid, processStart } = await startNode(
    "process.on('SIGTERM', () => { console.log('bye'); process.exit(0); }); console.log('hello'); setInterval(() => {}, 1000);",
    'polite'
  );
  expect(isSameProcess(pid, processStart)).toBe(true);
  while (!readFileSync(path.join(folder, 'polite.log'), 'utf8').includes('hello')) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await stopProcess(pid, processStart)).toBe('stopped');
  expect(isSameProcess(pid, processStart)).toBe(false);
  expect(readFileSync(path.join(folder, 'polite.log'), 'utf8')).toBe('hello\nbye\n');
});

test('one that does not listen is killed', async () => {
  const { pid, processStart } = await startNode(
    "process.on('SIGTERM', () => {}); console.log('deaf'); setInterval(() => {}, 1000);",
    'deaf'
  );
  while (!readFileSync(path.join(folder, 'deaf.log'), 'utf8').includes('deaf')) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await stopProcess(pid, processStart, 100)).toBe('killed');
  expect(isSameProcess(pid, processStart)).toBe(false);
});

test('a pid that now belongs to another process is left alone', async () => {
  const { pid, processStart } = await startNode('setInterval(() => {}, 1000);', 'other');
  expect(await stopProcess(pid, `${processStart}1`)).toBe('not running');
  expect(isSameProcess(pid, processStart)).toBe(true);
  await stopProcess(pid, processStart);
});

test('a program that does not exist is named', async () => {
  const starting = startInBackground({
    command: 'no-such-program-here',
    args: [],
    cwd: folder,
    logFile: path.join(folder, 'none.log'),
  });
  await expect(starting).rejects.toThrow(/no-such-program-here could not be started/);
});
