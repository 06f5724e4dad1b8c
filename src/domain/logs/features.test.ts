/** @jest-environment node */
import { featureLucene } from './features';

describe('lines that carry something', () => {
  const fields = { traceId: ['trace_id', 'otel.id'], exceptionType: ['fields.exception_type'] };

  it('have the tag of the pipeline, or the fields of an exception', () => {
    expect(featureLucene('exception', fields)).toBe('(tags:"exception") OR (_exists_:fields.exception_type)');
    expect(featureLucene('exception', {})).toBe('tags:"exception"');
  });

  it('name a trace in one of the fields for it', () => {
    expect(featureLucene('trace', fields)).toBe('(_exists_:trace_id) OR (_exists_:otel.id)');
    // No line of such a store does.
    expect(featureLucene('trace', {})).toBe('(* AND NOT *)');
  });
});
