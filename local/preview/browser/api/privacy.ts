import type { WxApiModule } from '../runtime/interfaces';
import { asyncApi } from './call';
import { privacyOf, type NeedListener } from './privacy-consent';

/** Consent to the privacy guide. */
export const privacy: WxApiModule = (host) => {
  const consent = privacyOf(host);
  return {
    getPrivacySetting: asyncApi('getPrivacySetting', () => ({
      needAuthorization: !consent.agreed(),
      privacyContractName: consent.contractName(),
    })),
    requirePrivacyAuthorize: asyncApi('requirePrivacyAuthorize', () =>
      consent.require('requirePrivacyAuthorize'),
    ),
    onNeedPrivacyAuthorization: (listener: NeedListener) => {
      consent.listener = listener;
    },
    openPrivacyContract: asyncApi('openPrivacyContract', () => consent.openContract()),
  };
};
