import type { VolunteerScope } from '@core/contract/access';
import type { Assistance } from '@core/domain/identity/assistance';
import { replaceIfUnchanged, type Aggregate } from './aggregate';
import { Collection } from './collection';
import type { Sealed } from './sealed-field';

/**
 * A volunteer acting for one patient. Which one a volunteer is busy with stands in the volunteer's account
 * (`assistanceId`), so that there is never more than one.
 */
export interface AssistanceRecord extends Aggregate, Assistance<VolunteerScope> {
  /** Null until a card is bound: helping with that is one of the purposes. */
  readonly patientId: string | null;
  /** On whose books it goes: the patient's account, also one made at the window for somebody without WeChat. */
  readonly holderAccountId: string;
  readonly volunteerAccountId: string;
  readonly volunteerGrantId: string;
  /** As colleagues call the volunteer, e.g. 门诊志愿者 小陈. */
  readonly volunteerLabel: string;
  /** Masked, sealed at field `patientName`; null before a card is bound. */
  readonly patientName: Sealed | null;
  readonly consentedBy: 'phone' | 'window' | null;
  readonly windowAccountId: string | null;
}

const collection = new Collection<AssistanceRecord>('assistances');
const LATEST = 20;

export const assistances = {
  findById: (assistanceId: string) => collection.findById(assistanceId),
  /** The latest of a patient's account first. */
  findByHolder: (holderAccountId: string) =>
    collection.find({ holderAccountId }, { limit: LATEST, orderBy: ['askedAt', 'desc'] }),
  findByWindow: (windowAccountId: string) =>
    collection.find({ windowAccountId }, { limit: LATEST, orderBy: ['askedAt', 'desc'] }),
  /** @throws DuplicateKeyError where the same command made it before. */
  insert: (assistance: AssistanceRecord) => collection.insert(assistance),
  replace: (next: AssistanceRecord) => replaceIfUnchanged(collection, next),
};
