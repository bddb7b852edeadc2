import { isOpenid } from './openid';
import type { Signer } from './signer';

/** A user of the mini program, as the phone's token names it. */
export interface Identity {
  openid: string;
  appid: string;
  /** The number WeChat holds for this user; absent when none is bound. */
  phoneNumber?: string;
}

export interface MintOptions {
  openid: string;
  phoneNumber?: string;
  /** Milliseconds until the token is refused; 30 days by default. */
  lifetimeMs?: number;
}

/** Issues and reads the tokens by which a phone proves who it is. */
export interface IdentityService {
  mint(options: MintOptions): string;
  /** The bearer of a token, or undefined where it is forged or expired. */
  read(token: string): Identity | undefined;
}

interface Payload extends Identity {
  kind: 'identity';
  issuedAt: number;
  expiresAt: number;
}

const THIRTY_DAYS = 30 * 24 * 3600 * 1000;

/**
 * Tokens expire by the real clock: they belong to the person at this machine, and moving the virtual
 * clock by a year must not sign every phone out.
 */
export function createIdentityService(signer: Signer, appid: string): IdentityService {
  return {
    mint: ({ openid, phoneNumber, lifetimeMs = THIRTY_DAYS }) => {
      if (!isOpenid(openid)) throw new Error(`not an openid: ${String(openid)}`);
      const issuedAt = Date.now();
      const payload: Payload = {
        kind: 'identity',
        openid,
        appid,
        ...(phoneNumber === undefined ? {} : { phoneNumber }),
        issuedAt,
        expiresAt: issuedAt + lifetimeMs,
      };
      return signer.sign(payload);
    },
    read: (token) => {
      const payload = signer.verify(token) as Payload | undefined;
      if (payload?.kind !== 'identity' || payload.expiresAt <= Date.now()) return undefined;
      const { openid, appid: issuedFor, phoneNumber } = payload;
      if (issuedFor !== appid) return undefined;
      return { openid, appid, ...(phoneNumber === undefined ? {} : { phoneNumber }) };
    },
  };
}
