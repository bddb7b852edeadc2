/** One configuration for every test that jest runs; browser journeys are in test/e2e and need Chromium. */
export default {
  testEnvironment: 'node',
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
