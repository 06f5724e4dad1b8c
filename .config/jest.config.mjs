import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

// These publish ES modules only, so they are compiled like our own code.
const esmPackages = [
  '@grafana',
  'marked',
  'ol',
  'd3.*',
  'rxjs',
  'uuid',
  'get-port',
  'internmap',
  'delaunator',
  'robust-predicates',
  'react-calendar',
  'get-user-locale',
  'memoize',
  'mimic-function',
  '@wojtekmaj',
  '@react-hookz',
  '@ver0',
  'p-limit',
  'yocto-queue',
];

export default {
  rootDir: root,
  roots: ['<rootDir>/src', '<rootDir>/dev'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testEnvironment: 'jsdom',
  setupFiles: ['<rootDir>/.config/jest.globals.mjs'],
  setupFilesAfterEnv: ['<rootDir>/.config/jest.setup.mjs'],
  cacheDirectory: '<rootDir>/.cache/jest',
  transform: {
    '^.+\\.(mjs|[cm]?[jt]sx?)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  transformIgnorePatterns: [`node_modules/(?!(.*/node_modules/)?(${esmPackages.join('|')}))`],
  moduleNameMapper: {
    '(\\.(svg|png|css)|\\?json)$': '<rootDir>/.config/jest.asset.mjs',
  },
};
