import fc from 'fast-check';
import { replaceAddresses } from './addresses';

const local = { 'jaeger:4317': '127.0.0.1:5000', 'webhook:9095': '127.0.0.1:6000' };

test('replaces whole addresses and nothing that merely looks alike', () => {
  const text = 'a: http://jaeger:4317/x\nb: my-jaeger:4317\nc: jaeger:43170\nd: [webhook:9095, other:1]';
  expect(replaceAddresses(text, local)).toBe(
    'a: http://127.0.0.1:5000/x\nb: my-jaeger:4317\nc: jaeger:43170\nd: [127.0.0.1:6000, other:1]'
  );
});

test('leaves text without any of the addresses as it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!text.includes('jaeger:4317') && !text.includes('webhook:9095'));
      expect(replaceAddresses(text, local)).toBe(text);
    })
  );
});
