import type { Check } from './check';
import { ARRAY_UPDATE_CHECKS } from './checks/array-updates';
import { COLLECTION_CHECKS } from './checks/collections';
import { COMPARISON_CHECKS } from './checks/comparisons';
import { CONDITION_CHECKS } from './checks/conditions';
import { DOCUMENT_CHECKS } from './checks/documents';
import { FIELD_UPDATE_CHECKS } from './checks/field-updates';
import { INDEX_CHECKS } from './checks/indexes';
import { REQUEST_CHECKS } from './checks/requests';
import { RESULT_CHECKS } from './checks/results';
import { TRANSACTION_CHECKS } from './checks/transactions';

/** Every check, by group. */
export const CHECK_GROUPS: Readonly<Record<string, readonly Check[]>> = {
  collections: COLLECTION_CHECKS,
  documents: DOCUMENT_CHECKS,
  comparisons: COMPARISON_CHECKS,
  conditions: CONDITION_CHECKS,
  'field updates': FIELD_UPDATE_CHECKS,
  'array updates': ARRAY_UPDATE_CHECKS,
  results: RESULT_CHECKS,
  indexes: INDEX_CHECKS,
  transactions: TRANSACTION_CHECKS,
  requests: REQUEST_CHECKS,
};
