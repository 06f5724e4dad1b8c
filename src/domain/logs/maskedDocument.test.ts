/** @jest-environment node */
import { maskedDocument } from './maskedDocument';

it('a document is pasted without its secrets, wherever they are', () => {
  expect(
    maskedDocument({
      message: 'login password=hunter2',
      status: 200,
      user: { name: 'ana', api_key: 'k-1', roles: ['admin', 'token: abc'] },
      none: null,
    })
  ).toEqual({
    message: 'login password=•••',
    status: 200,
    user: { name: 'ana', api_key: '•••', roles: ['admin', 'token: •••'] },
    none: null,
  });
});
