import { type StackPart } from '../../domain/stack/types';
import { type System } from '../types';
import { checkStack } from './stackReferences';

const system = (parts: readonly StackPart[], runbook = 'list'): System => ({
  id: 'shop',
  name: 'Shop',
  teams: [],
  services: [],
  runbooks: [
    {
      id: 'list',
      title: 'List',
      service: 'api',
      alerts: [],
      severity: 'info',
      summary: 'All of it',
      steps: [{ id: 'scrape', phase: 'investigate', title: 'Scrape' }],
    },
  ],
  stack: { runbook, parts },
});

function problemsOf(of: System): string[] {
  const found: string[] = [];
  checkStack(of, (path, message) => found.push(`${path}: ${message}`));
  return found;
}

it('finds nothing wrong with parts that feed the next stage and have their steps', () => {
  const parts: readonly StackPart[] = [
    { id: 'app', name: 'App', stage: 'source', feeds: ['scrape'] },
    { id: 'scrape', name: 'Scrape', stage: 'collect', step: 'scrape' },
  ];
  expect(problemsOf(system(parts))).toEqual([]);
  expect(problemsOf({ id: 'bare', name: 'Bare', teams: [], services: [] })).toEqual([]);
});

it('names what leads nowhere, or backwards, or occurs twice', () => {
  const parts: readonly StackPart[] = [
    { id: 'app', name: 'App', stage: 'source', feeds: ['store', 'ghost'], step: 'gone' },
    { id: 'store', name: 'Store', stage: 'store', feeds: ['app'] },
    { id: 'app', name: 'Again', stage: 'source' },
  ];
  expect(problemsOf(system(parts))).toEqual([
    'stack.parts[0].step: there is no step of the checklist "gone" (there is: scrape)',
    'stack.parts[0].feeds[0]: "store" does not stand in the stage after "source"',
    'stack.parts[0].feeds[1]: there is no part "ghost" (there are: app, store)',
    'stack.parts[1].feeds[0]: "app" does not stand in the stage after "store"',
    'stack.parts[2].id: "app" occurs twice',
  ]);
});

it('names a checklist that is not among the runbooks', () => {
  expect(problemsOf(system([], 'other'))).toEqual(['stack.runbook: there is no runbook "other" (there is: list)']);
});
