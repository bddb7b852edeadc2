import { CALL_MUTATIONS } from './cloud-mutations/calls';
import type { Mutation } from './mutation';

/** Every behaviour that the checks of the whole cloud are shown to hold. */
export const CLOUD_MUTATIONS: readonly Mutation[] = [...CALL_MUTATIONS];
