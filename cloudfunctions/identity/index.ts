import { serve } from '../_kernel/serve';
import { bindPatient } from './bind-patient';
import { chooseOutpatientNumber } from './choose-outpatient-number';
import { deleteMyData } from './delete-my-data';
import { getMe } from './get-me';
import { giveConsent } from './give-consent';
import { issueRoleCode } from './issue-role-code';
import { listRoles } from './list-roles';
import { redeemRoleCode } from './redeem-role-code';
import { revokeRole } from './revoke-role';
import { setDefaultPatient } from './set-default-patient';
import { signIn } from './sign-in';
import { signOut } from './sign-out';
import { unbindPatient } from './unbind-patient';
import { verifyPhone } from './verify-phone';
import { withdrawConsent } from './withdraw-consent';

export const main = serve(
  'identity',
  {
    getMe,
    signIn,
    signOut,
    giveConsent,
    withdrawConsent,
    verifyPhone,
    bindPatient,
    chooseOutpatientNumber,
    setDefaultPatient,
    unbindPatient,
    issueRoleCode,
    redeemRoleCode,
    revokeRole,
    listRoles,
    deleteMyData,
  },
  {},
);
