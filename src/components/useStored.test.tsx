import { act, renderHook, waitFor } from '@testing-library/react';
import { useStored } from './useStored';

const storage = { getItem: jest.fn(), setItem: jest.fn() };
jest.mock('@grafana/runtime', () => ({ usePluginUserStorage: () => storage }));

const parse = (stored: unknown) => (typeof stored === 'string' ? stored : undefined);
let kept: string | null;

beforeEach(() => {
  kept = null;
  storage.getItem.mockImplementation(() => Promise.resolve(kept));
  storage.setItem.mockImplementation((_key: string, text: string) => {
    kept = text;
    return Promise.resolve();
  });
});

async function opened(key: string) {
  const { result } = renderHook(() => useStored(key, parse));
  await waitFor(() => expect(result.current.isRead).toBe(true));
  return result;
}

it('reads what was kept, and keeps what is saved', async () => {
  kept = JSON.stringify('before');
  const result = await opened('a');
  expect(result.current.value).toBe('before');
  await act(async () => result.current.save('after'));
  expect(result.current).toMatchObject({ value: 'after', isUnsaved: false });
  expect(kept).toBe(JSON.stringify('after'));
});

it('drops what it does not understand', async () => {
  kept = '{"of": "another version"}';
  expect((await opened('b')).current.value).toBeUndefined();
});

it('says that a value is not kept: when storing fails, and when it fails without a word', async () => {
  const result = await opened('c');
  storage.setItem.mockImplementation(() => Promise.reject(new Error('full')));
  await act(async () => result.current.save('lost'));
  expect(result.current).toMatchObject({ value: 'lost', isUnsaved: true });

  storage.setItem.mockImplementation(() => Promise.resolve());
  await act(async () => result.current.save('lost too'));
  expect(result.current).toMatchObject({ value: 'lost too', isUnsaved: true });
});
