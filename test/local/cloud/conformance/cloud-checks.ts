import type { CloudCheck } from './cloud-check';
import { CALL_CHECKS } from './cloud-checks/calls';
import { CONTENT_SAFETY_CHECKS } from './cloud-checks/content-safety';
import { MESSAGE_CHECKS } from './cloud-checks/messages';
import { PROGRAM_CODE_CHECKS } from './cloud-checks/program-codes';
import { STORAGE_CHECKS } from './cloud-checks/storage';

/** Every check of the whole cloud, by group. */
export const CLOUD_CHECK_GROUPS: Readonly<Record<string, readonly CloudCheck[]>> = {
  calls: CALL_CHECKS,
  'subscription messages': MESSAGE_CHECKS,
  'content safety': CONTENT_SAFETY_CHECKS,
  'mini program codes': PROGRAM_CODE_CHECKS,
  storage: STORAGE_CHECKS,
};
