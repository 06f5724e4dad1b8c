import { apiUrl } from './support/apiUrl';

describe('the host under test', () => {
  it('is the one that is named', () => {
    expect(apiUrl({ WATCHKEEPER_API_URL: 'http://127.0.0.1:3000/' })).toBe('http://127.0.0.1:3000');
  });

  it.each([[{}], [{ WATCHKEEPER_API_URL: '' }], [{ WATCHKEEPER_STATE: '/no/such/file' }]])(
    'has to be named: %j',
    (environment) => {
      expect(() => apiUrl(environment)).toThrow('WATCHKEEPER_API_URL');
    }
  );
});
