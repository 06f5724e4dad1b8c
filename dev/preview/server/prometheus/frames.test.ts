import { encodeResult } from './frames';
import { displayName, seriesName } from './legend';
import type { PrometheusQuery } from './model';

const QUERY: PrometheusQuery = {
  refId: 'A',
  expr: 'up',
  legendFormat: '',
  stepMs: 60_000,
  fromMs: 0,
  toMs: 120_000,
  utcOffsetMs: 0,
  range: true,
  instant: false,
  exemplar: false,
};

describe('seriesName', () => {
  it('is PromQL notation with sorted labels', () => {
    expect(seriesName({ __name__: 'up', job: 'b', instance: 'a' })).toBe('up{instance="a", job="b"}');
    expect(seriesName({ job: 'say "hi"' })).toBe('{job="say \\"hi\\""}');
    expect(seriesName({ __name__: 'up' })).toBe('up');
    expect(seriesName({})).toBe('{}');
  });
});

describe('displayName', () => {
  it('fills the legend format from labels, unknown ones empty', () => {
    expect(displayName({ legendFormat: '{{job}}/{{ no_such }}', expr: 'up' }, { job: 'api' })).toBe('api/');
  });

  it('is the expression for a series without labels', () => {
    expect(displayName({ legendFormat: '', expr: 'sum(up)' }, {})).toBe('sum(up)');
    expect(displayName({ legendFormat: '__auto', expr: 'sum(up)' }, {})).toBe('sum(up)');
  });

  it('is left to the panel when the legend is automatic and there are labels', () => {
    expect(displayName({ legendFormat: '__auto', expr: 'up' }, { job: 'api' })).toBe('');
  });
});

describe('encodeResult', () => {
  it('makes one frame a series and says on the first what was asked', () => {
    const frames = encodeResult(
      QUERY,
      {
        resultType: 'matrix',
        result: [
          {
            metric: { __name__: 'up', job: 'a' },
            values: [
              [60, '1'],
              [120.5, '0'],
            ],
          },
          { metric: { __name__: 'up', job: 'b' }, values: [[60, '1']] },
        ],
      },
      undefined
    );
    expect(frames.map((frame) => frame.schema.meta)).toEqual([
      {
        type: 'timeseries-multi',
        typeVersion: [0, 1],
        custom: { calculatedMinStep: 60_000, resultType: 'matrix' },
        executedQueryString: 'Expr: up\nStep: 1m0s',
      },
      { type: 'timeseries-multi', typeVersion: [0, 1], custom: { resultType: 'matrix' } },
    ]);
    expect(frames[0]?.data.values).toEqual([
      [60_000, 120_500],
      [1, 0],
    ]);
    expect(frames[0]?.schema.fields[1]).toMatchObject({ name: 'up', labels: { __name__: 'up', job: 'a' } });
  });

  it('keeps what JSON cannot hold as entities', () => {
    const values: Array<[number, string]> = [
      [1, 'NaN'],
      [2, '+Inf'],
      [3, '-Inf'],
      [4, '5'],
    ];
    const [frame] = encodeResult(QUERY, { resultType: 'matrix', result: [{ metric: {}, values }] }, undefined);
    expect(frame?.data).toEqual({
      values: [
        [1000, 2000, 3000, 4000],
        [null, null, null, 5],
      ],
      entities: [null, { NaN: [0], Inf: [1], NegInf: [2] }],
    });
  });

  it('answers a frame without fields when there is no series', () => {
    const [frame] = encodeResult(QUERY, { resultType: 'vector', result: [] }, undefined);
    expect(frame?.schema.fields).toEqual([]);
    expect(frame?.schema.meta).toMatchObject({ custom: { calculatedMinStep: 60_000 } });
  });

  it('puts warnings on every frame', () => {
    const notices = [{ severity: 'warning' as const, text: 'careful' }];
    const frames = encodeResult(QUERY, { resultType: 'scalar', result: [1, '42'] }, notices);
    expect(frames[0]?.schema.meta?.notices).toEqual(notices);
    expect(frames[0]?.data.values).toEqual([[1000], [42]]);
  });
});
