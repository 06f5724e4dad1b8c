import boundaries from 'eslint-plugin-boundaries';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// The dependency direction: pages → scenes → datasources → domain ← catalog.
// Whoever is not named in `allow` may not be imported.
const layers = {
  domain: ['domain'],
  catalog: ['catalog', 'domain'],
  datasources: ['datasources', 'domain'],
  components: ['components', 'domain', 'catalog', 'app'],
  scenes: ['scenes', 'datasources', 'domain', 'catalog', 'components', 'app'],
  pages: ['pages', 'scenes', 'datasources', 'domain', 'catalog', 'components', 'app'],
  extensions: ['extensions', 'domain', 'app'],
  app: ['app', 'pages', 'scenes', 'datasources', 'domain', 'catalog', 'components'],
};

const noHexColours = {
  selector: 'Literal[value=/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$/]',
  message: 'Use a theme token instead of a hex colour.',
};
const noDangerousHtml = {
  selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
  message: 'Never put data into the page as HTML.',
};

const wholeZod = { name: 'zod', message: 'Use zod/mini: it makes the bundle 55 kB smaller.' };

export default tseslint.config(
  {
    ignores: [
      'node_modules/**',
      'dist/**',
      '.cache/**',
      'coverage-report/**',
      'playwright-report/**',
      'test-results/**',
      '**/testdata/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'no-restricted-syntax': ['error', noHexColours, noDangerousHtml],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'smart'],
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries, 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    settings: {
      'boundaries/elements': Object.keys(layers).map((layer) => ({ type: layer, pattern: `src/${layer}` })),
      'boundaries/include': ['src/**/*'],
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.json'] } },
    },
    rules: {
      'no-console': 'error',
      complexity: ['error', 15],
      ...jsxA11y.flatConfigs.recommended.rules,
      'react-hooks/exhaustive-deps': 'error',
      // A region that scrolls has to take the focus, or the keyboard cannot scroll it.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['tabpanel', 'region'], tags: [] }],
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message: '{{from.element.type}} must not import {{to.element.type}}',
          policies: Object.entries(layers).map(([from, allow]) => ({
            from: { element: { type: from } },
            allow: allow.map((to) => ({ to: { element: { type: to } } })),
          })),
        },
      ],
    },
  },
  {
    // Pure: no React, no Grafana.
    files: ['src/domain/**/*.ts', 'src/catalog/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [wholeZod],
          patterns: [
            {
              group: ['react', 'react-dom', '@grafana/*', '@emotion/*', 'rxjs'],
              message: 'Domain and catalog are pure.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/datasources/**', 'src/domain/**', 'src/catalog/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        noHexColours,
        noDangerousHtml,
        {
          selector: 'CallExpression[callee.name=/^(getBackendSrv|getDataSourceSrv)$/]',
          message: 'Only src/datasources talks to data sources.',
        },
      ],
    },
  },
  {
    // What would make the bundle larger than it has to be.
    files: ['src/{app,pages,scenes,components}/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            wholeZod,
            {
              name: 'react-router-dom',
              allowImportNames: ['Navigate', 'useLocation', 'useNavigate'],
              message: 'The rest brings a second router: links are AppLink or those of @grafana/ui.',
            },
          ],
          patterns: [
            {
              regex: '/catalog(/packs(/.*)?)?$',
              allowTypeImports: true,
              message: 'The packs reach the browser as JSON (see catalog/builtIn.ts).',
            },
          ],
        },
      ],
    },
  },
  {
    // Catalog packs are data: long by nature.
    files: ['src/catalog/packs/**/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['**/*.test.{ts,tsx}'],
    rules: { 'max-lines': 'off', 'no-restricted-syntax': 'off' },
  }
);
