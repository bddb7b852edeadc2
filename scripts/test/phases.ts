/** One run of jest. */
export interface Phase {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const NEVER = ['/node_modules/', '/fixtures/'];

const without: Phase = {
  name: 'without a browser',
  arguments: [
    '--maxWorkers=2',
    '--testPathIgnorePatterns',
    ...NEVER,
    '\\.(browser|e2e)\\.test\\.ts$',
    '/test/e2e/',
  ],
  environment: {},
};

/** A phone and a server far from China: rules, use cases and what pages compute must not notice. */
const elsewhere: Phase = {
  name: 'in another time zone',
  arguments: [
    '--maxWorkers=2',
    '--testMatch',
    '**/test/{core,cloudfunctions,miniprogram}/**/*.test.ts',
    '--testPathIgnorePatterns',
    ...NEVER,
    '/test/miniprogram/components/',
  ],
  environment: { TZ: 'America/Los_Angeles' },
};

/** One at a time: a browser, the cloud and its function processes fill two cores. */
const inBrowser: Phase = {
  name: 'in Chromium',
  arguments: ['--runInBand', '--testMatch', '**/*.{browser,e2e}.test.ts', '**/test/e2e/**/*.test.ts'],
  environment: {},
};

export const phasesOf = (fast: boolean): readonly Phase[] =>
  fast ? [without] : [without, elsewhere, inBrowser];
