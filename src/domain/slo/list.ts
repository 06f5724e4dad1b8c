import { countOf } from '../format/format';
import { type SloState } from './attainment';
import { byExhaustion, type SloStanding } from './standing';

/** An objective with the names that people know things by. */
export interface ObjectiveRow extends SloStanding {
  systemName: string;
  serviceName: string;
  team: string;
  tierName?: string | undefined;
}

export const GROUPINGS = ['none', 'system', 'service', 'team', 'tier'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What a reader asked for; all of it is in the URL. */
export interface ListView {
  search: string;
  group: Grouping;
  /** Absent: every state. */
  state?: SloState | undefined;
  /** From 1. */
  page: number;
}

/** A line of the list: the heading of a group, or an objective. */
export type ListLine =
  { kind: 'group'; name: string; count: number } | { kind: 'objective'; row: ObjectiveRow; key: string };

export interface ListPage {
  lines: readonly ListLine[];
  /** Objectives that match, on all pages. */
  matching: number;
  pageCount: number;
  page: number;
}

/** The page stays small however many objectives there are. */
export const PAGE_SIZE = 50;

const GROUP_OF: Readonly<Record<Grouping, (row: ObjectiveRow) => string>> = {
  none: () => '',
  system: ({ systemName }) => systemName,
  service: ({ systemName, serviceName }) => `${systemName}: ${serviceName}`,
  team: ({ team }) => team,
  tier: ({ tierName }) => tierName ?? 'Without a tier',
};

/** What exhausts its budget first comes first, group by group: the group of the most urgent objective leads. */
export function listPage(rows: readonly ObjectiveRow[], view: ListView): ListPage {
  const groupOf = GROUP_OF[view.group];
  const matching = rows.filter((row) => matches(row, view)).sort(byExhaustion);
  const groups = new Map<string, ObjectiveRow[]>();
  for (const row of matching) {
    const name = groupOf(row);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const sorted = [...groups.values()].flat();
  const pageCount = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, Math.trunc(view.page) || 1), pageCount);
  const shown = sorted.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const lines = shown.flatMap((row, index): ListLine[] => {
    const name = groupOf(row);
    const before = shown[index - 1];
    const isFirst = view.group !== 'none' && (!before || groupOf(before) !== name);
    const heading: ListLine[] = isFirst ? [{ kind: 'group', name, count: groups.get(name)?.length ?? 0 }] : [];
    return [...heading, { kind: 'objective', row, key: `${row.system}/${row.slo.id}` }];
  });
  return { lines, matching: matching.length, pageCount, page };
}

function matches(row: ObjectiveRow, { search, state }: ListView): boolean {
  if (state !== undefined && row.attainment.state !== state) {
    return false;
  }
  const text = [
    row.slo.title,
    row.slo.id,
    row.systemName,
    row.serviceName,
    row.team,
    row.tierName,
    row.attainment.state,
  ]
    .join(' ')
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The page's answer: whether a budget is gone or going, and which goes first. */
export function listVerdict(rows: readonly ObjectiveRow[]): { state: SloState; sentence: string } {
  const inState = (state: SloState) => rows.filter(({ attainment }) => attainment.state === state);
  const breached = inState('breached');
  const burning = rows.filter(({ tiers }) => tiers.some(({ condition }) => condition === 'firing'));
  const unknown = [...inState('no-data'), ...inState('not-configured')];
  const [first] = [...burning].sort(byExhaustion).filter(({ exhaustion }) => (exhaustion?.inMs ?? 0) > 0);
  const parts = [
    breached.length > 0
      ? `${countOf(breached.length, 'objective')} of ${rows.length} ${breached.length === 1 ? 'has' : 'have'} spent the whole budget.`
      : `No objective of ${rows.length} has spent its budget.`,
    burning.length > 0
      ? `${countOf(burning.length, 'objective')} ${burning.length === 1 ? 'burns' : 'burn'} faster than allowed${first ? `; first to run out: ${first.slo.title}` : ''}.`
      : 'None burns faster than allowed.',
    ...(unknown.length > 0 ? [`${countOf(unknown.length, 'objective')} could not be measured.`] : []),
  ];
  return { state: verdictState(rows, burning, unknown), sentence: parts.join(' ') };
}

function verdictState(
  rows: readonly ObjectiveRow[],
  burning: readonly ObjectiveRow[],
  unknown: readonly ObjectiveRow[]
): SloState {
  if (rows.length === 0) {
    return 'not-configured';
  }
  const has = (state: SloState) => rows.some(({ attainment }) => attainment.state === state);
  if (has('breached')) {
    return 'breached';
  }
  const pages = burning.some(({ tiers }) =>
    tiers.some(({ condition, tier }) => condition === 'firing' && tier.severity === 'critical')
  );
  if (pages || has('critical')) {
    return 'critical';
  }
  if (burning.length > 0 || has('warning')) {
    return 'warning';
  }
  return unknown.length > 0 ? 'no-data' : 'ok';
}
