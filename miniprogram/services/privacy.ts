/** WeChat's own question about personal data, asked before the first personal field. */
export interface PrivacyQuestion {
  readonly wanted: boolean;
  /** 《…隐私保护指引》 as registered with WeChat. */
  readonly contractName: string;
}

const NOTHING_WANTED: PrivacyQuestion = { wanted: false, contractName: '' };

/** Whether WeChat still wants the user's agreement. Old WeChat versions do not ask at all. */
export const privacyQuestion = (): Promise<PrivacyQuestion> =>
  new Promise((resolve) => {
    wx.getPrivacySetting({
      success: ({ needAuthorization, privacyContractName }) =>
        resolve({ wanted: needAuthorization, contractName: privacyContractName }),
      fail: () => resolve(NOTHING_WANTED),
    });
  });

/** Lets WeChat ask where it has not yet. @returns whether personal data may be entered. */
export const requirePrivacy = (): Promise<boolean> =>
  new Promise((resolve) => {
    wx.requirePrivacyAuthorize({ success: () => resolve(true), fail: () => resolve(false) });
  });

export const openPrivacyContract = (): void =>
  wx.openPrivacyContract({
    fail: () => void wx.showToast({ title: '现在打不开，请稍后再试', icon: 'none' }),
  });
