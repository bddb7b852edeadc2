/** One configuration for every test that jest runs; browser journeys are in test/e2e and need Chromium. */
export default {
  testEnvironment: 'node',
  // Machines are shared and slow at times: a test asserts order and counts, never how long something took.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/longest-first.cjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '\\.(ts|mjs)$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs', ignoreDynamic: true },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: { '^@core/(.*)$': '<rootDir>/core/$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/deploy/node_modules/'],
  testPathIgnorePatterns: ['/node_modules/', '/fixtures/'],
};
