import { type DataFrame, FieldType } from '@grafana/data';
import { differencesIn } from './ComparedValue';
import { asTable } from './TableView';
import { drawnSeries, SERIES_LIMIT } from './viz/seriesData';

jest.mock('../../datasources/prometheus', () => ({}));

function series(refId: string, name: string, ...values: Array<number | null>): DataFrame {
  return {
    refId,
    length: values.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: values.map((_, index) => index * 1000) },
      { name: 'Value', type: FieldType.number, config: { displayNameFromDS: name }, labels: { name }, values },
    ],
  };
}

describe('drawnSeries', () => {
  it('draws earlier lines dashed, in the colour of their own line, after those of today', () => {
    const drawn = drawnSeries([
      series('A', 'x', 1),
      series('A_earlier', 'y', 2),
      series('A', 'y', 3),
      series('A_earlier', 'gone', 9),
    ]);
    expect(drawn.map(({ refId, fields }) => [refId, fields[1]?.labels?.['name']])).toEqual([
      ['A', 'x'],
      ['A', 'y'],
      ['A_earlier', 'y'],
    ]);
    // y is the second line of today: the second colour of Grafana's palette.
    expect(drawn[2]?.fields[1]?.config).toMatchObject({
      color: { mode: 'fixed', fixedColor: 'semi-dark-yellow' },
      custom: { lineStyle: { fill: 'dash' }, hideFrom: { legend: false } },
    });
  });

  it('keeps the largest of too many, largest first', () => {
    const many = Array.from({ length: 100 }, (_, index) => series('A', `s${index}`, index === 50 ? null : index));
    const drawn = drawnSeries(many).map(({ fields }) => fields[1]?.labels?.['name']);
    expect(drawn).toHaveLength(SERIES_LIMIT);
    expect(drawn.slice(0, 2)).toEqual(['s99', 's98']);
  });
});

describe('differencesIn', () => {
  it('compares each value with its own earlier one', () => {
    const frames = [
      series('A', 'x', 50, 150),
      series('A', 'new', 7),
      series('A_earlier', 'x', 100),
      series('B', 'x', 1),
      series('B_earlier', 'x', 2),
    ];
    const found = differencesIn(frames, { unit: 's', direction: 'lower-is-better' });
    expect(found.map(({ name, difference }) => [name, difference.text, difference.judgement])).toEqual([
      ['x', '+50 %', 'worse'],
      ['x', '-50 %', 'better'],
    ]);
  });
});

describe('asTable', () => {
  const columns = (frames: DataFrame[]) =>
    asTable(frames).map(({ fields }) => fields.map(({ name, values }) => [name, ...(values as unknown[])]));

  it('has a row for each time, newest first, and a column for each series', () => {
    expect(columns([series('A', 'x', 1, 2), series('A', 'y', 3, 4)])).toEqual([
      [
        ['Time', 1000, 0],
        ['Value', 2, 1],
        ['Value', 4, 3],
      ],
    ]);
  });

  it('has a row for each series when they have one value each', () => {
    expect(columns([series('A', 'x', 1), series('A', 'y', 2)])).toEqual([
      [
        ['Series', 'x', 'y'],
        ['name', 'x', 'y'],
        ['Value', 1, 2],
      ],
    ]);
  });

  it('is empty without data', () => {
    expect(asTable([])).toEqual([]);
    expect(asTable([series('A', 'x')])).toEqual([]);
  });
});
