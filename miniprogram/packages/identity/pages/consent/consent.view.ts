import type { ConsentDocument, Me } from '@core/contract/identity';
import type { PrivacyQuestion } from '../../../../services/privacy';

/** What the page still has to ask. */
export interface ConsentView {
  readonly document: ConsentDocument | null;
  readonly edition: string;
  /** 《…隐私保护指引》 where WeChat itself has yet to ask. */
  readonly contractName: string;
  /** WeChat counts its own question as answered only by a tap on this kind of button. */
  readonly openType: '' | 'agreePrivacyAuthorization';
  readonly button: string;
}

export function consentView(me: Me, privacy: PrivacyQuestion): ConsentView {
  const document = me.consentWanted;
  return {
    document,
    edition: document === null ? '' : `第 ${document.version} 版`,
    contractName: privacy.wanted ? privacy.contractName : '',
    openType: privacy.wanted ? 'agreePrivacyAuthorization' : '',
    button: me.signedIn ? '同意，继续' : document === null ? '微信登录' : '同意并登录',
  };
}

/** Nothing left to ask: the page can be passed by. */
export const isSettled = (me: Me, privacy: PrivacyQuestion): boolean =>
  me.signedIn && me.consentWanted === null && !privacy.wanted;
