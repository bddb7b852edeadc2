import type { IndexFile } from '../../local/cloud/database/options';

export const COLLECTION = 'things';

/** A unique index over everything, and a plain one whose entries move with every count. */
export const INDEXES: IndexFile = {
  collections: {
    [COLLECTION]: {
      indexes: [
        { name: 'code', unique: true, keys: [{ name: 'code', direction: 1 }] },
        { name: 'n', keys: [{ name: 'n', direction: -1 }] },
      ],
    },
  },
};
