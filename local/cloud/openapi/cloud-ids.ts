import { randomBytes } from 'node:crypto';

/** What an id opens to, as functions get it: the data, or why there is none. */
export type OpenData =
  { cloudID: string; data: Record<string, unknown> } | { cloudID: string; errCode: number; errMsg: string };

/** Ids that stand for data of a user which a phone may pass on but not read. */
export interface CloudIds {
  mint(openid: string, data: Readonly<Record<string, unknown>>): string;
  /** The data behind an id, for the user it belongs to. */
  open(id: string, openid: string | undefined): OpenData;
}

// CloudBase, Fetch and Transfer WeChat Open Data: valid for five minutes.
const LIFETIME_MS = 5 * 60 * 1000;

// Errors of cloudIDs, with the numbers and words of wx-server-sdk 4.0.2.
const INVALID = { errCode: -601005, errMsg: 'invalid cloudID' };
const EXPIRED = { errCode: -601006, errMsg: 'cloudID expired' };
const OTHER_USER = { errCode: -601007, errMsg: 'cloudID and calling user does not match' };

interface Kept {
  openid: string;
  data: Record<string, unknown>;
  mintedAt: number;
}

/** Ids live in memory only: a restart makes the open ones invalid, as five minutes would. */
export function createCloudIds(appid: string, now: () => number): CloudIds {
  const kept = new Map<string, Kept>();
  return {
    mint: (openid, data) => {
      const id = `0_${randomBytes(24).toString('base64url')}`;
      const watermark = { timestamp: Math.floor(now() / 1000), appid };
      kept.set(id, { openid, data: { ...data, watermark }, mintedAt: now() });
      return id;
    },
    open: (cloudID, openid) => {
      const found = kept.get(cloudID);
      if (found === undefined) return { cloudID, ...INVALID };
      if (found.openid !== openid) return { cloudID, ...OTHER_USER };
      if (now() >= found.mintedAt + LIFETIME_MS) return { cloudID, ...EXPIRED };
      return { cloudID, data: found.data };
    },
  };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/**
 * A call of a phone in which `cloudIds` names fields of the data by id: each becomes what its id opens to.
 */
export function fillOpenData(
  ids: CloudIds,
  openid: string,
  call: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { cloudIds, data, ...rest } = call;
  if (typeof cloudIds !== 'object' || cloudIds === null) return { ...rest, data };
  const opened = Object.entries(cloudIds).map(([field, id]) => [
    field,
    ids.open(isText(id) ? id : '', openid),
  ]);
  return { ...rest, data: { ...(data as object | undefined), ...(Object.fromEntries(opened) as object) } };
}
