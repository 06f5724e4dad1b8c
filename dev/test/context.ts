import path from 'node:path';
import { stackPaths, type StackPaths } from '../stack/paths';

/** The tests' own stack, so that a running demo and its data are left alone. */
export const testStackFolder = '.cache/test-stack';

export interface TestContext {
  projectDir: string;
  stack: StackPaths;
  /** Reports and full outputs, one of each for a suite. */
  reportsDir: string;
}

export function testContext(projectDir: string): TestContext {
  return {
    projectDir,
    stack: stackPaths(projectDir, testStackFolder),
    reportsDir: path.join(projectDir, '.cache/test-reports'),
  };
}
