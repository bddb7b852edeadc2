import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import noQueryInTransaction from './scripts/lint/no-query-in-transaction.mjs';

const forbiddenGlobals = (names) => [
  'error',
  ...names.map((name) => ({
    name,
    message: 'Pass it in: domain code has no I/O, no clock and no randomness.',
  })),
];

export default defineConfig(
  globalIgnores([
    'dist',
    'coverage',
    '.tsbuild',
    '.local',
    '.cache',
    '**/node_modules',
    '**/miniprogram_npm',
    'test/compile-errors',
    'test/**/fixtures',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-params': ['error', 4],
      'no-undef': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  {
    files: ['core/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': forbiddenGlobals([
        'console',
        'process',
        'setTimeout',
        'setInterval',
        'fetch',
        'crypto',
      ]),
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Randomness is an argument.' },
        { object: 'Date', property: 'now', message: 'Time is an argument.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time is an argument.',
        },
      ],
    },
  },
  {
    files: ['cloudfunctions/**/*.ts'],
    plugins: { cloud: { rules: { 'no-query-in-transaction': noQueryInTransaction } } },
    rules: { 'cloud/no-query-in-transaction': 'error' },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
      },
    },
  },
);
