import type { WxApiModule } from '../runtime/interfaces';
import { asyncApi, WxFailure } from './call';
import { isOnline } from './network';

/**
 * WeChat's sign-in. A cloud function learns who calls from the platform, so the code is only a token
 * that nobody can redeem here.
 */
export const account: WxApiModule = (host) => ({
  login: asyncApi('login', async () => {
    if (!isOnline(host)) throw new WxFailure('request:fail');
    await host.identity.ensure();
    return { code: `preview-${crypto.randomUUID()}` };
  }),
  checkSession: asyncApi('checkSession', () => undefined),
});
