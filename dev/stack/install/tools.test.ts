/** @jest-environment node */
import { buildTools, toolComplaint, type BuildTool } from './tools';

const complaint = (name: BuildTool, printed: string | undefined) => toolComplaint(name, buildTools[name], printed);

test.each<[BuildTool, string]>([
  ['go', 'go version go1.26.8 linux/amd64'],
  ['go', 'go version go1.21 darwin/arm64'],
  ['java', 'openjdk 17.0.15 2025-04-15\nOpenJDK Runtime Environment'],
  ['javac', 'javac 21'],
  ['mvn', 'Apache Maven 3.8.7'],
])('%s that prints %j will do', (name, printed) => {
  expect(complaint(name, printed)).toBeUndefined();
});

test.each<[BuildTool, string, string]>([
  ['go', 'go version go1.19.8 linux/amd64', 'found 1.19.8'],
  ['java', 'openjdk 11.0.2 2019-01-15', 'found 11.0.2'],
  ['mvn', 'Apache Maven 2.2.1', 'found 2.2.1'],
  ['go', 'something else', 'found something else'],
])('%s that prints %j is too old', (name, printed, found) => {
  expect(complaint(name, printed)).toContain(found);
});

test('a missing tool: what needs it, how to get it, and how to do without', () => {
  const text = complaint('mvn', undefined);
  expect(text).toContain('`mvn` was not found');
  expect(text).toContain('Elasticsearch');
  expect(text).toContain('apt-get install maven');
  expect(text).toContain('Docker');
});
