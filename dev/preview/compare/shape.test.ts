import { diffShapes } from './shape';

function answer(frame: object, status = 200) {
  return { status, body: { results: { A: { frames: [frame] } } } };
}

const FRAME = {
  schema: {
    fields: [
      { name: 'Time', type: 'time' },
      { name: 'Value', type: 'number' },
    ],
  },
  data: {
    values: [
      [1, 2],
      [3, 4],
    ],
  },
};

describe('diffShapes', () => {
  it('finds nothing between equal answers, whatever the order of their rows', () => {
    expect(
      diffShapes(
        answer(FRAME),
        answer({
          ...FRAME,
          data: {
            values: [
              [2, 1],
              [4, 3],
            ],
          },
        })
      )
    ).toEqual([]);
  });

  it('tells status, missing members, types and names apart', () => {
    const other = {
      schema: {
        fields: [
          { name: 'time', type: 'time' },
          { name: 'Value', type: 'number', labels: {} },
        ],
      },
      data: FRAME.data,
    };
    expect(diffShapes(answer(FRAME), answer(other, 400))).toEqual([
      'status 200 against 400',
      'results.A.frames[0].schema.fields[0].name: "Time" against "time"',
      'results.A.frames[0].schema.fields[1].labels: only in B, {}',
    ]);
  });

  it('tells values of the same moment apart', () => {
    expect(
      diffShapes(
        answer(FRAME),
        answer({
          ...FRAME,
          data: {
            values: [
              [1, 2],
              [3, 5],
            ],
          },
        })
      )
    ).toEqual(['results.A.frames[0].data.values: "[2,4]" against "[2,5]"']);
  });

  it('forgives what must differ: times of evaluation and the port of the server asked', () => {
    const a = { status: 200, body: { lastEvaluation: 'x', message: 'dial tcp 127.0.0.1:1: refused' } };
    const b = { status: 200, body: { lastEvaluation: 'y', message: 'dial tcp 127.0.0.1:2: refused' } };
    expect(diffShapes(a, b)).toEqual([]);
  });
});
