import type { CloudCheck } from './cloud-check';
import { CALL_CHECKS } from './cloud-checks/calls';

/** Every check of the whole cloud, by group. */
export const CLOUD_CHECK_GROUPS: Readonly<Record<string, readonly CloudCheck[]>> = {
  calls: CALL_CHECKS,
};
