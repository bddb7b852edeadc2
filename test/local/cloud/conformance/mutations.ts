import type { Mutation } from './mutation';
import { AGGREGATE_STAGES_MUTATIONS } from './mutations/aggregate-stages';
import { DOCUMENTS_MUTATIONS } from './mutations/documents';
import { EXPRESSIONS_MUTATIONS } from './mutations/expressions';
import { INDEXES_MUTATIONS } from './mutations/indexes';
import { PLACES_MUTATIONS } from './mutations/places';
import { QUERIES_MUTATIONS } from './mutations/queries';
import { REQUESTS_MUTATIONS } from './mutations/requests';
import { RESULTS_MUTATIONS } from './mutations/results';
import { TRANSACTIONS_MUTATIONS } from './mutations/transactions';
import { UPDATES_MUTATIONS } from './mutations/updates';

/** Every behaviour that the checks are shown to hold, as the change of source that takes it away. */
export const MUTATIONS: readonly Mutation[] = [
  ...DOCUMENTS_MUTATIONS,
  ...QUERIES_MUTATIONS,
  ...UPDATES_MUTATIONS,
  ...AGGREGATE_STAGES_MUTATIONS,
  ...EXPRESSIONS_MUTATIONS,
  ...PLACES_MUTATIONS,
  ...RESULTS_MUTATIONS,
  ...INDEXES_MUTATIONS,
  ...TRANSACTIONS_MUTATIONS,
  ...REQUESTS_MUTATIONS,
];
