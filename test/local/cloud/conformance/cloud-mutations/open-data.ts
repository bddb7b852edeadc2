import type { Mutation } from '../mutation';

const IDS = 'openapi/cloud-ids.ts';

/** Data of a user that a phone may pass on but not read. */
export const OPEN_DATA_MUTATIONS: readonly Mutation[] = [
  {
    file: 'openapi/openapi.ts',
    find: 'ids.map((cloudId)',
    replace: 'ids.reverse().map((cloudId)',
    expectFailing: ['a cloudID opens to the data behind it, in the order of the list'],
  },
  {
    file: IDS,
    find: 'if (found.openid !== openid) return { cloudID, ...OTHER_USER };',
    replace: '',
    expectFailing: ['a cloudID opens for the user it was made for'],
  },
  {
    file: IDS,
    find: 'const LIFETIME_MS = 5 * 60 * 1000;',
    replace: 'const LIFETIME_MS = 10 * 60 * 1000;',
    expectFailing: ['a cloudID opens for five minutes'],
  },
  {
    file: IDS,
    find: 'errCode: -601005',
    replace: 'errCode: -601001',
    expectFailing: ['a cloudID that was never made does not open'],
  },
  {
    file: 'http/phone-routes.ts',
    find: 'fillOpenData(open.cloudIds, user.openid, body)',
    replace: 'body',
    expectFailing: ['a cloudID as a field of a call arrives as its data'],
  },
];
