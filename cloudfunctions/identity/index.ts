import { serve } from '../_kernel/serve';
import { askAssistance } from './ask-assistance';
import { askRelative } from './ask-relative';
import { bindForAssisted } from './bind-for-assisted';
import { bindPatient } from './bind-patient';
import { cancelHelp } from './cancel-help';
import { chooseOutpatientNumber } from './choose-outpatient-number';
import { consentToAssistance } from './consent-to-assistance';
import { declineAssistance } from './decline-assistance';
import { deleteMyData } from './delete-my-data';
import { endAssistance } from './end-assistance';
import { finishHelpRequest } from './finish-help-request';
import { getHelp } from './get-help';
import { getInvitation } from './get-invitation';
import { getMe } from './get-me';
import { getVolunteerDesk } from './get-volunteer-desk';
import { giveConsent } from './give-consent';
import { grantConsent } from './grant-consent';
import { issueRoleCode } from './issue-role-code';
import { listAccesses } from './list-accesses';
import { listFamily } from './list-family';
import { listOpenedAssistances } from './list-opened-assistances';
import { listRoles } from './list-roles';
import { makeBadgeCode } from './make-badge-code';
import { makeHelpCode } from './make-help-code';
import { onConsentGranted } from './on-consent-granted';
import { onPatientFlagged } from './on-patient-flagged';
import { onConsentRevoked } from './on-consent-revoked';
import { openAssistanceAtWindow } from './open-assistance-at-window';
import { redeemRoleCode } from './redeem-role-code';
import { requestHelp } from './request-help';
import { returnHelpRequest } from './return-help-request';
import { revokeConsent } from './revoke-consent';
import { revokeRole } from './revoke-role';
import { setDefaultPatient } from './set-default-patient';
import { signIn } from './sign-in';
import { signOut } from './sign-out';
import { stayWithPatient } from './stay-with-patient';
import { summarizeAssistance } from './summarize-assistance';
import { takeHelpRequest } from './take-help-request';
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
    listFamily,
    askRelative,
    getInvitation,
    grantConsent,
    revokeConsent,
    getHelp,
    requestHelp,
    cancelHelp,
    makeHelpCode,
    consentToAssistance,
    declineAssistance,
    endAssistance,
    summarizeAssistance,
    getVolunteerDesk,
    takeHelpRequest,
    finishHelpRequest,
    returnHelpRequest,
    askAssistance,
    stayWithPatient,
    bindForAssisted,
    makeBadgeCode,
    openAssistanceAtWindow,
    listOpenedAssistances,
    listAccesses,
  },
  {
    'consent-granted': onConsentGranted,
    'consent-revoked': onConsentRevoked,
    'patient-flagged': onPatientFlagged,
  },
);
