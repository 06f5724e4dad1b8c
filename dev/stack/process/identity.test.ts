/** @jest-environment node */
import { isSameProcess, processStart, startFieldOfStat } from './identity';

const fieldsAfterCommand = 'S 1 2 3 0 -1 4194560 10 0 0 0 5 6 0 0 20 0 1 0 987654 1000 200';

test.each([['(node)'], ['(tmux: server)'], ['(a) b (c))']])('finds the start time behind the command %s', (command) => {
  expect(startFieldOfStat(`4711 ${command} ${fieldsAfterCommand}`)).toBe('987654');
});

test('a zombie does not count as a process', () => {
  expect(startFieldOfStat(`4711 (node) ${fieldsAfterCommand.replace('S', 'Z')}`)).toBeUndefined();
});

test('the same pid with another start is another process', () => {
  const start = processStart(process.pid);
  expect(start).toBeDefined();
  expect(isSameProcess(process.pid, start)).toBe(true);
  expect(isSameProcess(process.pid, `${start}0`)).toBe(false);
  expect(isSameProcess(process.pid, undefined)).toBe(false);
});
