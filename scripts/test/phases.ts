/** One run of jest. */
export interface Phase {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const NEVER = ['/node_modules/', '/fixtures/'];

const BROWSER = ['\\.browser\\.test\\.ts$', '\\.e2e\\.test\\.ts$', '/test/e2e/'];

/** Crashes, storms, mutations and long stories: as true as the others, but not while one is writing code. */
const SLOW = '\\.slow\\.test\\.ts$';

const withoutBrowser = (name: string, skipped: readonly string[]): Phase => ({
  name,
  arguments: ['--maxWorkers=2', '--testPathIgnorePatterns', ...NEVER, ...BROWSER, ...skipped],
  environment: {},
});

/** A phone and a server far from China: rules, words and use cases with a moved clock must not notice. */
const elsewhere: Phase = {
  name: 'in another time zone',
  arguments: [
    '--maxWorkers=2',
    '--testMatch',
    '**/test/{core,miniprogram}/**/*.test.ts',
    '**/test/cloudfunctions/**/{journey,publish-sessions,money-and-seats,refusals}*.test.ts',
    '--testPathIgnorePatterns',
    ...NEVER,
    '/test/miniprogram/components/',
  ],
  environment: { TZ: 'America/Los_Angeles' },
};

/** Two at a time: while one waits for a page, the other computes. */
const inBrowser: Phase = {
  name: 'in Chromium',
  arguments: ['--maxWorkers=2', '--testMatch', '**/*.{browser,e2e}.test.ts', '**/test/e2e/**/*.test.ts'],
  environment: {},
};

export const phasesOf = (fast: boolean): readonly Phase[] =>
  fast ? [withoutBrowser('fast', [SLOW])] : [withoutBrowser('without a browser', []), elsewhere, inBrowser];
