import type { Scope } from '@core/contract/access';
import type { MessageKind } from '@core/domain/message/message-kinds';
import { isOwn, relativeConsent } from '../_kernel/access/relation';
import type { Account } from '../_store/accounts';
import type { MessageRecord } from '../_store/messages';

/** What a relative must be allowed to do to be told of it. What is about nobody's data is the account's own. */
const NEEDED: Readonly<Record<MessageKind, Scope>> = {
  'report-ready': 'reports',
  'report-amended': 'reports',
  'report-withdrawn': 'reports',
  'critical-reported': 'reports',
  'session-stopped': 'book',
  'add-on-granted': 'book',
  'admission-changed': 'book',
  'called-to-room': 'book',
};

type About = Pick<MessageRecord, 'patientId' | 'kind'>;

/** Whether a message is for these eyes now. */
export type Hears = (message: About) => Promise<boolean>;

/**
 * What an account may be told now: of the own card, of a child as long as there is a guardian, of a relative as far and as
 * long as the consent goes. What was said before a right ended is not shown after it. Each right is looked up once.
 */
export function hearing(account: Account, now: number): Hears {
  const known = new Map<string, Promise<boolean>>();
  const mayHear = async (patientId: string, scope: Scope): Promise<boolean> =>
    (await isOwn(account, patientId, now)) ||
    (await relativeConsent(account, { patientId, scope }, now)) !== null;
  return ({ patientId, kind }) => {
    if (patientId === null) return Promise.resolve(true);
    const scope = NEEDED[kind];
    const key = `${patientId} ${scope}`;
    const answer = known.get(key) ?? mayHear(patientId, scope);
    known.set(key, answer);
    return answer;
  };
}

/** Those of the messages that may be shown, in their order. */
export async function heard<M extends About>(messages: readonly M[], hears: Hears): Promise<M[]> {
  const may = await Promise.all(messages.map(hears));
  return messages.filter((_message, index) => may[index]);
}
