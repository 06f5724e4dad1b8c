/** @jest-environment node */
import { columnChoices } from './columnChoices';

it('the usual columns come first, then those that are shown, then all fields by name, each once', () => {
  const line = (document: Record<string, unknown>, id: string) => ({ id, timeMs: 0, document });
  const lines = [line({ status: 1, fields: { user: 7 } }, 'a'), line({ level: 'x', status: 2 }, 'b')];
  expect(columnChoices(['level', 'message'], ['message', 'gone'], lines)).toEqual([
    'level',
    'message',
    'gone',
    'fields.user',
    'status',
  ]);
});
