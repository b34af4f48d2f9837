import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** In workflows and in the pure rules there is one clock: the instant that comes in as an argument. */
const CLOCKS_AND_CHANCE = [
  ['CallExpression[callee.object.name="Date"][callee.property.name="now"]', 'Instants come in as arguments.'],
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'Instants come in as arguments.'],
  ['CallExpression[callee.name="Date"]', 'Instants come in as arguments.'],
  ['NewExpression[callee.name="Date"][arguments.length>1]', "It reads the process's time zone: use Date.UTC()."],
  [
    'CallExpression[callee.property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)$/]',
    "It reads the process's time zone: use domain/calendar, or the UTC method.",
  ],
  [
    'CallExpression[callee.property.name=/^(toLocale(Date|Time)?String|toDateString|toTimeString)$/]',
    "It reads the process's locale: write the words with domain/format.",
  ],
  [
    'CallExpression[callee.property.name=/^format(ToParts)?$/][arguments.length=0]',
    'Without an argument it reads the real clock.',
  ],
  ['MemberExpression[object.name="Temporal"][property.name="Now"]', 'Instants come in as arguments.'],
  ['MemberExpression[object.name="Math"][property.name="random"]', 'Chance breaks a replay.'],
  ['MemberExpression[object.name="performance"]', 'Instants come in as arguments.'],
  ['CallExpression[callee.name=/^set(Timeout|Interval|Immediate)$/]', 'Wait with condition() or sleep() of Temporal.'],
].map(([selector, message]) => ({ selector, message }));

const noDefaultExport = {
  'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
};

export default tseslint.config(
  { ignores: ['prisma/generated/', 'coverage/', '.data/', '**/dist/', 'console/api/schema.ts', 'test/**/histories/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: {
        console: 'readonly',
        fetch: 'readonly',
        module: 'writable',
        process: 'readonly',
        require: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        AbortSignal: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
      },
    },
  },
  // What runs in a browser: the mailbox's page, and what the console is measured by.
  {
    files: ['scripts/mailbox/page/*.js', 'bench/console/*.js'],
    languageOptions: {
      globals: {
        document: 'readonly',
        history: 'readonly',
        location: 'readonly',
        window: 'readonly',
        performance: 'readonly',
        MutationObserver: 'readonly',
        requestAnimationFrame: 'readonly',
        URLSearchParams: 'readonly',
      },
    },
  },
  {
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 50],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Input with control characters is refused by exactly such expressions.
      'no-control-regex': 'off',
      ...noDefaultExport,
    },
  },
  {
    files: ['workflows/**', 'domain/**'],
    rules: {
      'no-restricted-syntax': ['error', ...CLOCKS_AND_CHANCE],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'fetch', 'crypto'],
      'no-restricted-imports': [
        'error',
        {
          paths: ['zod', 'temporal-polyfill', 'uuid', 'crypto', 'fs', 'path'],
          patterns: [
            { group: ['node:*', 'temporal-polyfill/*'], message: 'Workflows and pure rules have no machine.' },
          ],
        },
      ],
    },
  },
  // The one file that knows time zones.
  { files: ['domain/calendar/local-time.ts'], rules: { 'no-restricted-imports': ['error', 'temporal-polyfill'] } },
  {
    files: ['test/**', 'bench/**'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['console/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines': ['error', 200],
      // Of a component, much is markup.
      'max-lines-per-function': ['error', 90],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  // Tools that ask for a default export.
  { files: ['**/*.config.{js,ts}', '.dependency-cruiser.cjs'], rules: { 'no-restricted-exports': 'off' } },
);
