/** What an environment of some plan serves. */
export interface QuotaProfile {
  name: string;
  /** Database operations in any second; null where nothing is counted. */
  operationsPerSecond: number | null;
  /** Database operations that may be under way at a time; null where nothing is counted. */
  connections: number | null;
  /** Calls of one function that may be under way at a time; null where nothing is counted. */
  functionConcurrency: number | null;
}

/** A profile by its name, a number of operations per second, or a profile of one's own. */
export type QuotaChoice = string | number | QuotaProfile;

/**
 * Plans by name. `free` are the figures of WeChat's page on resource quota (QPS 30, 20 connections, 20 concurrent
 * requests of a single function). Connections of `basic-2` and `professional-1` and the concurrency of 1000 are those
 * of the table of plans and of the staff's answers [COMM]; their operations per second are not published and are
 * taken in the same proportion to the connections [MEM].
 */
export const QUOTA_PROFILES: readonly QuotaProfile[] = [
  { name: 'unlimited', operationsPerSecond: null, connections: null, functionConcurrency: null },
  { name: 'free', operationsPerSecond: 30, connections: 20, functionConcurrency: 20 },
  { name: 'basic-2', operationsPerSecond: 75, connections: 50, functionConcurrency: 1000 },
  { name: 'professional-1', operationsPerSecond: 150, connections: 100, functionConcurrency: 1000 },
];

const isLimit = (value: unknown): boolean =>
  value === null || (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1);

const check = (profile: QuotaProfile): QuotaProfile => {
  const { name, operationsPerSecond, connections, functionConcurrency } = profile;
  if (typeof name !== 'string' || ![operationsPerSecond, connections, functionConcurrency].every(isLimit))
    throw new Error('a quota needs a name, and limits that are whole numbers above 0 or null');
  return { name, operationsPerSecond, connections, functionConcurrency };
};

/**
 * The profile that is meant. A number makes a small plan of its own: so many operations per second, and connections
 * and concurrency as in `free`. Throws one sentence where nothing is meant.
 */
export function quotaProfile(choice: QuotaChoice): QuotaProfile {
  if (typeof choice === 'object') return check(choice);
  const named = QUOTA_PROFILES.find(({ name }) => name === choice);
  if (named !== undefined) return named;
  const rate = typeof choice === 'number' || /^\d+$/.test(choice) ? Number(choice) : 0;
  if (!Number.isSafeInteger(rate) || rate < 1) {
    const names = QUOTA_PROFILES.map(({ name }) => name).join(', ');
    throw new Error(`a quota is a number of operations per second above 0, or one of ${names}`);
  }
  return { name: String(rate), operationsPerSecond: rate, connections: 20, functionConcurrency: 20 };
}
