/** What of a trace is looked at; the part of the page's state that a link carries. */
export interface TraceChoice {
  tab: TraceTab;
  /** Id of the chosen span. */
  span?: string | undefined;
  /** Id of the chosen log line. */
  line?: string | undefined;
  find: string;
  services: readonly string[];
  onlyErrors: boolean;
  minDurationUs: number;
  onlyPath: boolean;
  /** Until when the critical path is drawn. */
  until: 'last-work' | 'response';
  /** The part of the time that is drawn, microseconds since the trace's start; all of it when absent. */
  zoom?: readonly [fromUs: number, toUs: number] | undefined;
  /** Id of the trace to compare with. */
  compare?: string | undefined;
}

export const TRACE_TABS = ['waterfall', 'statistics', 'flame', 'compare'] as const;
export type TraceTab = (typeof TRACE_TABS)[number];

type UrlValues = Record<string, string | string[] | null | undefined>;

/** How a page begins when its address says nothing. */
export const NO_CHOICE: TraceChoice = {
  tab: 'waterfall',
  find: '',
  services: [],
  onlyErrors: false,
  minDurationUs: 0,
  onlyPath: false,
  until: 'last-work',
};

export const CHOICE_URL_KEYS = [
  'span',
  'line',
  'tab',
  'find',
  'service',
  'errors',
  'min',
  'path',
  'until',
  'zoom',
  'compare',
] as const;

const US_PER_MS = 1000;

/** A choice as URL values; what is as at the beginning is left out. */
export function choiceToUrl(
  choice: TraceChoice
): Record<(typeof CHOICE_URL_KEYS)[number], string | string[] | undefined> {
  const { tab, span, line, find, services, onlyErrors, minDurationUs, onlyPath, until, zoom, compare } = choice;
  return {
    span,
    line,
    tab: tab === NO_CHOICE.tab ? undefined : tab,
    find: find || undefined,
    service: services.length > 0 ? [...services] : undefined,
    errors: onlyErrors ? 'true' : undefined,
    min: minDurationUs > 0 ? `${minDurationUs / US_PER_MS}ms` : undefined,
    path: onlyPath ? 'only' : undefined,
    until: until === NO_CHOICE.until ? undefined : until,
    zoom: zoom ? zoom.join('-') : undefined,
    compare,
  };
}

/** The choice that a URL makes; what cannot be read is as at the beginning. */
export function choiceFromUrl(values: UrlValues): TraceChoice {
  const one = (key: string): string | undefined => [values[key] ?? []].flat()[0] || undefined;
  const zoom = /^(\d+)-(\d+)$/.exec(one('zoom') ?? '');
  const [fromUs, toUs] = [Number(zoom?.[1]), Number(zoom?.[2])];
  return {
    tab: TRACE_TABS.find((tab) => tab === one('tab')) ?? NO_CHOICE.tab,
    span: one('span'),
    line: one('line'),
    find: one('find') ?? '',
    services: [values['service'] ?? []].flat().filter(Boolean),
    onlyErrors: one('errors') === 'true',
    minDurationUs: Math.max(0, Number(/^([\d.]+)ms$/.exec(one('min') ?? '')?.[1] ?? 0) * US_PER_MS) || 0,
    onlyPath: one('path') === 'only',
    until: one('until') === 'response' ? 'response' : 'last-work',
    zoom: zoom && toUs > fromUs ? [fromUs, toUs] : undefined,
    compare: one('compare'),
  };
}
