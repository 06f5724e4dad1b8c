import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { apiUrl } from './support/apiUrl';

describe('the host under test', () => {
  it('is the one that is named', () => {
    expect(apiUrl({ WATCHKEEPER_API_URL: 'http://127.0.0.1:3000/' })).toBe('http://127.0.0.1:3000');
  });

  it('is the one of the running stack: its Grafana, else its preview host', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'watchkeeper-'));
    const file = path.join(folder, 'state.json');
    const named = (servers: object) => {
      writeFileSync(file, JSON.stringify({ servers }));
      return apiUrl({ WATCHKEEPER_STATE: file });
    };
    const preview = { url: 'http://127.0.0.1:3000' };
    expect(named({ preview })).toBe('http://127.0.0.1:3000');
    expect(named({ preview, grafana: { url: 'http://127.0.0.1:3001' } })).toBe('http://127.0.0.1:3001');
    expect(() => named({ prometheus: { url: 'http://127.0.0.1:9090' } })).toThrow('WATCHKEEPER_API_URL');
    rmSync(folder, { recursive: true });
  });

  it.each([[{}], [{ WATCHKEEPER_API_URL: '' }], [{ WATCHKEEPER_STATE: '/no/such/file' }]])(
    'has to be named: %j',
    (environment) => {
      expect(() => apiUrl(environment)).toThrow('WATCHKEEPER_API_URL');
    }
  );
});
