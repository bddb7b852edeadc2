import type { Collection, Command, Data, Database } from './sdk';

/** What a check may use. Every check gets an empty database of its own with the collections of `CHECK_INDEXES`. */
export interface CheckEnvironment {
  readonly db: Database;
  /** The same, opened with `throwOnNotFound: false`. */
  readonly lenient: Database;
  readonly _: Command;
  /** A collection without indexes. */
  readonly plain: Collection;
  /** A collection with the indexes of `CHECK_INDEXES`. */
  readonly indexed: Collection;
  /** The injected clock, in milliseconds. Only for a check that `needs` the local cloud, as the next two. */
  clock: number;
  /** Sends an action that the SDK would not send; answers the envelope. */
  readonly raw: (action: string, body: Data) => Promise<Data>;
  /** Closes the database and opens it again from its file. */
  readonly restart: () => Promise<void>;
}

/** One named behaviour, the document or experiment it rests on, and how to see it. Throws when it is not there. */
export interface Check {
  readonly name: string;
  readonly source: string;
  /** Uses `clock`, `raw` or `restart`: it cannot run against a real environment. */
  readonly needs?: 'local';
  /** Needs a database in a file, because it restarts. */
  readonly durable?: true;
  run(env: CheckEnvironment): Promise<void>;
}

/** Index file of every check. */
export const CHECK_INDEXES = {
  collections: {
    plain: {},
    others: {},
    places: { indexes: [{ name: 'by_place', keys: [{ name: 'at', direction: '2dsphere' as const }] }] },
    routes: {
      indexes: [
        { name: 'by_start', keys: [{ name: 'start', direction: '2dsphere' as const }] },
        { name: 'by_end', keys: [{ name: 'end', direction: '2dsphere' as const }] },
      ],
    },
    indexed: {
      indexes: [
        { name: 'unique_code', unique: true, keys: [{ name: 'code', direction: 1 as const }] },
        {
          name: 'by_day_and_shift',
          keys: [
            { name: 'day', direction: 1 as const },
            { name: 'shift', direction: -1 as const },
          ],
        },
      ],
    },
    pairs: {
      indexes: [
        {
          name: 'unique_pair',
          unique: true,
          keys: [
            { name: 'lines.a', direction: 1 as const },
            { name: 'lines.b', direction: 1 as const },
          ],
        },
      ],
    },
  },
};
