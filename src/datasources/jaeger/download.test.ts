/** @jest-environment node */
import { toJaegerJson } from '../../domain/traces/jaegerJson';
import { spanOf, TRACE_ID } from '../../domain/traces/testing/spans';
import { parseApiTraces } from './parseApi';

describe('a downloaded trace', () => {
  it('is what Jaeger answers', () => {
    const spans = [
      spanOf('a', 0, 10, { kind: 'producer' }),
      {
        ...spanOf('b', 1.5, 3, { parent: 'a' }),
        events: [{ timeMs: 1_795_000_000_002, name: 'retry', fields: [{ key: 'event', value: 'retry' }] }],
      },
      spanOf('c', 12, 13, { follows: 'a', service: 'other' }),
    ];
    const read = parseApiTraces(JSON.parse(JSON.stringify(toJaegerJson({ traceId: TRACE_ID, spans }))));
    expect(read).toMatchObject({ ok: true, value: [{ traceId: TRACE_ID, spans }] });
  });
});
