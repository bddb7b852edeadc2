import { blindIndex } from './blind-index';

/** The account of somebody who was at the window without WeChat. No OPENID has its id, so nobody signs in to it. */
export const windowAccountIdOf = (patientId: string): string => blindIndex('account', `window ${patientId}`);
