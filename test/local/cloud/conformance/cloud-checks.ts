import type { CloudCheck } from './cloud-check';
import { CALL_CHECKS } from './cloud-checks/calls';
import { ERROR_SHAPE_CHECKS } from './cloud-checks/error-shapes';
import { SDK_HABIT_CHECKS } from './cloud-checks/sdk-habits';
import { CONTENT_SAFETY_CHECKS } from './cloud-checks/content-safety';
import { FAULT_CHECKS } from './cloud-checks/faults';
import { MESSAGE_CHECKS } from './cloud-checks/messages';
import { OPEN_DATA_CHECKS } from './cloud-checks/open-data';
import { PAY_BILL_CHECKS } from './cloud-checks/pay-bills';
import { PAY_CALLBACK_CHECKS } from './cloud-checks/pay-callbacks';
import { PAY_ORDER_CHECKS } from './cloud-checks/pay-orders';
import { PAY_REFUND_CHECKS } from './cloud-checks/pay-refunds';
import { PAY_STATE_CHECKS } from './cloud-checks/pay-states';
import { PROGRAM_CODE_CHECKS } from './cloud-checks/program-codes';
import { DELAYED_TASK_CHECKS } from './cloud-checks/delayed-tasks';
import { HTTP_ACCESS_CHECKS } from './cloud-checks/http-access';
import { PLAN_CHECKS } from './cloud-checks/plans';
import { RUN_CHECKS } from './cloud-checks/runs';
import { STORAGE_CHECKS } from './cloud-checks/storage';

/** Every check of the whole cloud, by group. */
export const CLOUD_CHECK_GROUPS: Readonly<Record<string, readonly CloudCheck[]>> = {
  'habits of the SDK': SDK_HABIT_CHECKS,
  'shapes of errors': ERROR_SHAPE_CHECKS,
  calls: CALL_CHECKS,
  runs: RUN_CHECKS,
  plans: PLAN_CHECKS,
  faults: FAULT_CHECKS,
  'delayed tasks': DELAYED_TASK_CHECKS,
  'HTTP access': HTTP_ACCESS_CHECKS,
  'subscription messages': MESSAGE_CHECKS,
  'content safety': CONTENT_SAFETY_CHECKS,
  'mini program codes': PROGRAM_CODE_CHECKS,
  storage: STORAGE_CHECKS,
  orders: PAY_ORDER_CHECKS,
  payments: PAY_STATE_CHECKS,
  refunds: PAY_REFUND_CHECKS,
  'payment callbacks': PAY_CALLBACK_CHECKS,
  bills: PAY_BILL_CHECKS,
  'open data': OPEN_DATA_CHECKS,
};
