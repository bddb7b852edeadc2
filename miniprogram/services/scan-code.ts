/** What the in-app scanner read: a code's text; nothing where the person turned back; a fault where it cannot be used. */
export type Scanned =
  | { readonly state: 'read'; readonly text: string }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed' };

/** Opens WeChat's scanner. A mini program's own code gives its path in place of a text. */
export const scanCode = (): Promise<Scanned> =>
  new Promise((resolve) => {
    wx.scanCode({
      scanType: ['qrCode', 'barCode'],
      success: ({ result, path }) =>
        resolve({ state: 'read', text: result === '' ? ((path as string | undefined) ?? '') : result }),
      fail: ({ errMsg }) => resolve({ state: /cancel/.test(errMsg) ? 'cancelled' : 'failed' }),
    });
  });
