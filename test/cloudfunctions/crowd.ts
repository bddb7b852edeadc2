import { bindingPlace, newAccount } from '../../cloudfunctions/_store/accounts';
import { blindIndex } from '../../cloudfunctions/_store/blind-index';
import { seal } from '../../cloudfunctions/_store/sealed-field';
import type { AppointmentView } from '@core/contract/booking';
import type { LocalCloud } from '../../local/cloud/index';
import { functionKeys } from '../../scripts/start/function-settings';
import type { HospitalFolder } from '../../scripts/hospital/types';
import { insertDocuments } from './documents';

/** The session that a crowd runs for: 54 seats in the online pool, four of them given out elsewhere. */
export const CROWDED = 'dr-tian_2026-03-11_am';
export const CROWDED_SEATS = 50;
export const CROWDED_STARTS = ['08:30', '09:00', '09:30', '10:00', '10:30', '11:00'];

/** The tiny hospital with one large session. */
export const withCrowdedSession = (folder: HospitalFolder): HospitalFolder => ({
  ...folder,
  contentHash: 'c'.repeat(64),
  schedules: folder.schedules.map((schedule) =>
    schedule.practitionerId === 'dr-tian' && schedule.halfDay === 'am'
      ? { ...schedule, capacity: 120, onlineSharePercent: 45, taken: 4 }
      : schedule,
  ),
});

export interface Member {
  readonly openid: string;
  readonly patientId: string;
}

/** The keys of the cloud's functions, for code of the store that runs in the test's own process. */
export function useKeysOf(cloud: LocalCloud): void {
  Object.assign(process.env, functionKeys(cloud.secret));
}

/** People who agreed and bound their own card, written into the database as the functions would have written them. */
export async function crowd(cloud: LocalCloud, size: number): Promise<Member[]> {
  useKeysOf(cloud);
  const person = { name: '试验人', maskedIdentityNumber: '9****1', birthDate: '1990-01-01', gender: 'male' };
  const consent = { documentId: 'identity-and-health', version: '2026-a', givenAt: 1, withdrawnAt: null };
  const members = Array.from({ length: size }, (_, index): Member & { account: object } => {
    const openid = `oCrowd_${index}`;
    const accountId = blindIndex('account', openid);
    const patientId = `p${blindIndex('patient', openid)}`;
    const binding = {
      patientId,
      relationship: 'self',
      boundAt: 1,
      person: seal(JSON.stringify(person), bindingPlace(accountId, patientId)),
      defaultNumber: `26${String(index).padStart(8, '0')}`,
    };
    const account = { ...newAccount(accountId), revision: 1, consents: [consent], bindings: [binding] };
    return { openid, patientId, account };
  });
  await insertDocuments(
    cloud,
    'accounts',
    members.map(({ account }) => account),
  );
  return members.map(({ openid, patientId }) => ({ openid, patientId }));
}

export interface BookAnswer {
  readonly ok: boolean;
  readonly error?: string;
  readonly value?: AppointmentView;
}

/** One tap of one phone, over HTTP with the token that says who it is; the same member always sends the same. */
export async function tap(
  url: string,
  token: string,
  { member, index }: { readonly member: Member; readonly index: number },
): Promise<BookAnswer> {
  const input = {
    requestId: `crowd-request-${String(index).padStart(6, '0')}`,
    patientId: member.patientId,
    sessionId: CROWDED,
    start: CROWDED_STARTS[index % CROWDED_STARTS.length],
    acceptNearby: false,
  };
  const response = await fetch(`${url}/invoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ name: 'booking', data: { procedure: 'bookSlot', input } }),
  });
  const { result } = (await response.json()) as { result?: BookAnswer };
  if (!result) throw new Error('The function broke off');
  return result;
}
