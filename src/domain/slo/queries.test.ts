import {
  alwaysAsked,
  badEventsBySlice,
  countedQuestions,
  coverageRatio,
  eventsOfAll,
  eventSliceQueries,
  firingAlertsQuery,
  recordedQuestions,
  type SystemSlo,
} from './queries';

const slo = (id: string, windowDays = 28, system = 'enis'): SystemSlo => ({
  system,
  slo: {
    id,
    title: id,
    service: 's',
    sli: { kind: 'boolean', gauge: { metric: 'up' } },
    targetRatio: 0.99,
    windowDays,
  },
});

describe('the questions of the list', () => {
  const questions = (slos: readonly SystemSlo[]) => [
    ...Object.values(alwaysAsked(slos)),
    ...Object.values(recordedQuestions(slos)),
    badEventsBySlice(slos, '6h'),
  ];

  it('are six, and no longer for a thousand objectives than for one', () => {
    const thousand = Array.from({ length: 1000 }, (_, index) => slo(`o${index}`));
    expect(questions(thousand)).toHaveLength(6);
    expect(questions(thousand)).toEqual(questions([slo('one')]));
  });

  it('read what the rules have added up', () => {
    const { total, bad, ratios } = recordedQuestions([slo('a'), slo('b', 7, 'shop')]);
    expect(total).toBe('slo:period_events_total:sum{system=~"enis|shop"}');
    expect(bad).toBe('slo:period_events_bad:sum{system=~"enis|shop"}');
    expect(ratios).toBe(
      'label_replace({__name__=~"slo:error_ratio:rate(.+)",system=~"enis|shop"}, "window", "$1", "__name__", "slo:error_ratio:rate(.+)")'
    );
  });

  it('ask a window only of the systems that have it, and say which one an answer is about', () => {
    const { total } = countedQuestions([slo('a'), slo('b', 7, 'shop'), slo('c', 7)]);
    expect(total).toBe(
      'label_replace(max by (system, slo) (sum_over_time(slo:events_total:increase5m{system=~"enis|shop"}[7d])), "window", "7d", "", "")' +
        ' or ' +
        'label_replace(max by (system, slo) (sum_over_time(slo:events_total:increase5m{system=~"enis"}[28d])), "window", "28d", "", "")'
    );
  });

  it('divide bad by all events in every window of the tiers, and leave idle ones out', () => {
    const { ratios } = countedQuestions([slo('a')]);
    expect(ratios.match(/"window", "(\w+)"/g)).toEqual(
      ['5m', '30m', '1h', '2h', '6h', '1d', '3d'].map((window) => `"window", "${window}"`)
    );
    expect(ratios).toContain(
      'sum_over_time(slo:events_bad:increase5m{system=~"enis"}[1h]) / on (system, slo) group_left () (max by (system, slo) (sum_over_time(slo:events_total:increase5m{system=~"enis"}[1h])) > 0)'
    );
  });

  it('are harmless without objectives', () => {
    expect(countedQuestions([]).total).toBe('vector(0) > 1');
  });
});

it('asks for slices of one objective and of all', () => {
  expect(eventSliceQueries('enis', 'a', 300).bad).toBe(
    'sum by (system, slo) (last_over_time(slo:events_bad:increase5m{slo="a",system="enis"}[300s]))'
  );
  expect(eventSliceQueries('enis', 'a', 1800).total).toBe(
    'sum by (system, slo) (sum_over_time(slo:events_total:increase5m{slo="a",system="enis"}[1800s]))'
  );
  expect(eventsOfAll(['enis', 'shop'], 1800).total).toBe(
    'sum by (system, slo) (sum_over_time(slo:events_total:increase5m{system=~"enis|shop"}[1800s]))'
  );
  expect(firingAlertsQuery('enis', 'a"b')).toBe(
    'max by (alertname, burn, severity) (ALERTS{alertstate="firing",slo="a\\"b",system="enis"})'
  );
});

it('knows how much of a window was recorded', () => {
  // 7 days of five minutes are 2,016.
  expect(coverageRatio(1008, 7)).toBe(0.5);
  expect(coverageRatio(2017, 7)).toBe(1);
  expect(coverageRatio(undefined, 7)).toBe(0);
});
