import type { Check } from './check';
import { AGGREGATE_SHAPE_CHECKS } from './checks/aggregate-shapes';
import { AGGREGATE_STAGE_CHECKS } from './checks/aggregate-stages';
import { ARRAY_UPDATE_CHECKS } from './checks/array-updates';
import { COLLECTION_CHECKS } from './checks/collections';
import { COMPARISON_CHECKS } from './checks/comparisons';
import { CONDITION_CHECKS } from './checks/conditions';
import { DATE_EXPRESSION_CHECKS } from './checks/date-expressions';
import { DOCUMENT_CHECKS } from './checks/documents';
import { EXPRESSION_CHECKS } from './checks/expressions';
import { FIELD_UPDATE_CHECKS } from './checks/field-updates';
import { INDEX_CHECKS } from './checks/indexes';
import { LIST_EXPRESSION_CHECKS } from './checks/list-expressions';
import { PLACE_CHECKS } from './checks/places';
import { POSITIONAL_CHECKS } from './checks/positional-updates';
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
  'positional updates': POSITIONAL_CHECKS,
  'aggregation stages': AGGREGATE_STAGE_CHECKS,
  'aggregation shapes': AGGREGATE_SHAPE_CHECKS,
  expressions: EXPRESSION_CHECKS,
  'expressions on lists': LIST_EXPRESSION_CHECKS,
  'expressions on dates': DATE_EXPRESSION_CHECKS,
  places: PLACE_CHECKS,
  results: RESULT_CHECKS,
  indexes: INDEX_CHECKS,
  transactions: TRANSACTION_CHECKS,
  requests: REQUEST_CHECKS,
};
