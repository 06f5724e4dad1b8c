import { type RunbookStep } from '../runbook/types';
import { partVerdict, stackFlow } from './flow';
import { type StackPart } from './types';

const parts: readonly StackPart[] = [
  { id: 'app', name: 'App', stage: 'source', feeds: ['scrape', 'agent'] },
  { id: 'scrape', name: 'Scrape', stage: 'collect', feeds: ['metrics'], step: 'scrape' },
  { id: 'agent', name: 'Agent', stage: 'collect', feeds: ['gone'] },
  { id: 'metrics', name: 'Metrics', stage: 'store' },
];

describe('stackFlow', () => {
  it('places parts in the column of their stage, short columns in the middle', () => {
    const { parts: placed, rows } = stackFlow(parts);
    expect(rows).toBe(2);
    expect(placed.map(({ part, column, row }) => [part.id, column, row])).toEqual([
      ['app', 0, 0.5],
      ['scrape', 1, 0],
      ['agent', 1, 1],
      ['metrics', 2, 0.5],
    ]);
  });

  it('connects what hands on with what takes, and leaves out what leads nowhere', () => {
    const edges = stackFlow(parts).edges.map(({ from, to }) => `${from.part.id} → ${to.part.id}`);
    expect(edges).toEqual(['app → scrape', 'app → agent', 'scrape → metrics']);
  });

  it('is empty without parts', () => {
    expect(stackFlow([])).toEqual({ parts: [], edges: [], rows: 0 });
  });
});

describe('partVerdict', () => {
  const steps: readonly RunbookStep[] = [
    {
      id: 'scrape',
      phase: 'investigate',
      title: 'Scrape',
      checks: [
        { kind: 'manual', question: 'a' },
        { kind: 'manual', question: 'b' },
      ],
    },
  ];
  const [, scrape, agent] = parts as readonly [StackPart, StackPart, StackPart];

  it('is the worst of the checks of its step', () => {
    expect(partVerdict(scrape, steps, { 'scrape.0': 'normal', 'scrape.1': 'no-data' })).toBe('no-data');
    expect(partVerdict(scrape, steps, { 'scrape.0': 'normal' })).toBe('normal');
    expect(partVerdict(scrape, steps, {})).toBeUndefined();
  });

  it('never says that something is well which nobody measures', () => {
    expect(partVerdict(agent, steps, { 'scrape.0': 'normal' })).toBe('not-measured');
  });
});
