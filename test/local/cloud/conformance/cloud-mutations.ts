import { CALL_MUTATIONS } from './cloud-mutations/calls';
import { CONTENT_SAFETY_MUTATIONS } from './cloud-mutations/content-safety';
import { MESSAGE_MUTATIONS } from './cloud-mutations/messages';
import { OPEN_DATA_MUTATIONS } from './cloud-mutations/open-data';
import { PROGRAM_CODE_MUTATIONS } from './cloud-mutations/program-codes';
import { STORAGE_MUTATIONS } from './cloud-mutations/storage';
import type { Mutation } from './mutation';

/** Every behaviour that the checks of the whole cloud are shown to hold. */
export const CLOUD_MUTATIONS: readonly Mutation[] = [
  ...CALL_MUTATIONS,
  ...MESSAGE_MUTATIONS,
  ...CONTENT_SAFETY_MUTATIONS,
  ...PROGRAM_CODE_MUTATIONS,
  ...STORAGE_MUTATIONS,
  ...OPEN_DATA_MUTATIONS,
];
