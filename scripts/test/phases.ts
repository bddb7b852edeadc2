/** One run of jest. */
export interface Phase {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** One more than the two cores of the machine this is meant for: somebody always waits for a page or a process. */
const WORKERS = '--maxWorkers=3';

const NEVER = ['/node_modules/', '/fixtures/'];

const BROWSER = ['\\.browser\\.test\\.ts$', '\\.e2e\\.test\\.ts$', '/test/e2e/'];

/** Crashes, storms, mutations and long stories: as true as the others, but not while one is writing code. */
const SLOW = '\\.slow\\.test\\.ts$';

/** A phone and a server far from China: rules, words and use cases with a moved clock must not notice. */
const FAR_FROM_CHINA = { TZ: 'America/Los_Angeles' };

const withoutBrowser = (
  name: string,
  skipped: readonly string[],
  environment: Phase['environment'] = {},
): Phase => ({
  name,
  arguments: [WORKERS, '--testPathIgnorePatterns', ...NEVER, ...BROWSER, ...skipped],
  environment,
});

/** What reckons with days and hours once more, where the machine stands. */
const atHome: Phase = {
  name: 'in this time zone',
  arguments: [
    WORKERS,
    '--testMatch',
    '**/test/{core,miniprogram}/**/*.test.ts',
    '--testPathIgnorePatterns',
    ...NEVER,
    '/test/miniprogram/components/',
  ],
  environment: {},
};

const inBrowser: Phase = {
  name: 'in Chromium',
  arguments: [WORKERS, '--testMatch', '**/*.{browser,e2e}.test.ts', '**/test/e2e/**/*.test.ts'],
  environment: {},
};

export const phasesOf = (fast: boolean): readonly Phase[] =>
  fast
    ? [withoutBrowser('fast', [SLOW])]
    : [withoutBrowser('without a browser, far from China', [], FAR_FROM_CHINA), atHome, inBrowser];
