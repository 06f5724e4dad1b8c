import base from '../../.config/jest.config.mjs';

// Contract tests: our code against real servers, through a Grafana or the preview host.
// Which one: WATCHKEEPER_API_URL, or the one in the stack's state file (WATCHKEEPER_STATE).
export default {
  ...base,
  roots: ['<rootDir>/tests/contract'],
  testEnvironment: 'node',
  testTimeout: 30_000,
};
