import fc from 'fast-check';
import { linkedText } from './linkedText';

const ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const UUID = '4bf92f35-77b3-4da6-a3ce-929d0e0e4736';

describe('linkedText', () => {
  it.each([
    [
      `failed in ${ID}, gave up`,
      [
        ['failed in ', undefined],
        [ID, ID],
        [', gave up', undefined],
      ],
    ],
    [
      `trace_id="${UUID}"`,
      [
        ['trace_id="', undefined],
        [UUID, ID],
        ['"', undefined],
      ],
    ],
    [
      'traceId: 00f067aa0ba902b7',
      [
        ['traceId: ', undefined],
        ['00f067aa0ba902b7', '00f067aa0ba902b7'],
      ],
    ],
    [
      `00-${ID.toUpperCase()}-00f067aa0ba902b7-01`,
      [
        ['00-', undefined],
        [ID.toUpperCase(), ID],
        ['-00f067aa0ba902b7-01', undefined],
      ],
    ],
  ])('%s', (text, pieces) => {
    expect(linkedText(text).map((piece) => [piece.text, piece.traceId])).toEqual(pieces);
  });

  it.each([[`order ${UUID}`], ['span 00f067aa0ba902b7'], ['0'.repeat(32)], [`${ID}a`], ['']])(
    'sees no trace in "%s"',
    (text) => {
      expect(linkedText(text).some(({ traceId }) => traceId !== undefined)).toBe(false);
    }
  );

  it('loses and adds nothing', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom(ID, UUID, 'trace_id=', 'traceparent: 00-'));
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('');
        expect(
          linkedText(text)
            .map((piece) => piece.text)
            .join('')
        ).toBe(text);
      })
    );
  });
});
