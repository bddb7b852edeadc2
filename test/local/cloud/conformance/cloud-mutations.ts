import { CALL_MUTATIONS } from './cloud-mutations/calls';
import { SDK_HABIT_MUTATIONS } from './cloud-mutations/sdk-habits';
import { CONTENT_SAFETY_MUTATIONS } from './cloud-mutations/content-safety';
import { FAULT_MUTATIONS } from './cloud-mutations/faults';
import { MESSAGE_MUTATIONS } from './cloud-mutations/messages';
import { OPEN_DATA_MUTATIONS } from './cloud-mutations/open-data';
import { PAY_BILL_MUTATIONS } from './cloud-mutations/pay-bills';
import { PAY_CALLBACK_MUTATIONS } from './cloud-mutations/pay-callbacks';
import { PAY_ORDER_MUTATIONS } from './cloud-mutations/pay-orders';
import { PAY_REFUND_MUTATIONS } from './cloud-mutations/pay-refunds';
import { PAY_STATE_MUTATIONS } from './cloud-mutations/pay-states';
import { PROGRAM_CODE_MUTATIONS } from './cloud-mutations/program-codes';
import { DELAYED_TASK_MUTATIONS } from './cloud-mutations/delayed-tasks';
import { HTTP_ACCESS_MUTATIONS } from './cloud-mutations/http-access';
import { PLAN_MUTATIONS } from './cloud-mutations/plans';
import { RUN_MUTATIONS } from './cloud-mutations/runs';
import { STORAGE_MUTATIONS } from './cloud-mutations/storage';
import type { Mutation } from './mutation';

/** Every behaviour that the checks of the whole cloud are shown to hold. */
export const CLOUD_MUTATIONS: readonly Mutation[] = [
  ...CALL_MUTATIONS,
  ...SDK_HABIT_MUTATIONS,
  ...RUN_MUTATIONS,
  ...PLAN_MUTATIONS,
  ...FAULT_MUTATIONS,
  ...DELAYED_TASK_MUTATIONS,
  ...HTTP_ACCESS_MUTATIONS,
  ...MESSAGE_MUTATIONS,
  ...CONTENT_SAFETY_MUTATIONS,
  ...PROGRAM_CODE_MUTATIONS,
  ...STORAGE_MUTATIONS,
  ...PAY_ORDER_MUTATIONS,
  ...PAY_STATE_MUTATIONS,
  ...PAY_REFUND_MUTATIONS,
  ...PAY_CALLBACK_MUTATIONS,
  ...PAY_BILL_MUTATIONS,
  ...OPEN_DATA_MUTATIONS,
];
