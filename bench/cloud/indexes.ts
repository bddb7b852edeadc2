import type { IndexFile } from '../../local/cloud/database/options';
import { COLLECTION } from './operation';

/** One secondary index, as PostgreSQL has one on the same field. */
export const INDEXES: IndexFile = {
  collections: { [COLLECTION]: { indexes: [{ name: 'code', keys: [{ name: 'code', direction: 1 }] }] } },
};
