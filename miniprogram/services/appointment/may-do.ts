import type { Me } from '@core/contract/identity';

/** What the phone's owner may do about an appointment. The server decides; this leaves out what it would refuse. */
export interface MayDo {
  readonly pay: boolean;
  readonly cancel: boolean;
  /** Who pays instead, in full and in short; empty where the owner may. */
  readonly payNote: string;
  readonly payHint: string;
}

export const EVERYTHING: MayDo = { pay: true, cancel: true, payNote: '', payHint: '' };

const HELPING: MayDo = {
  pay: false,
  cancel: false,
  payNote:
    '号留好了。请患者在自己的手机上打开“就诊”付钱，或请家人付；没有微信，请到人工窗口付。志愿者不经手钱。',
  payHint: '请患者自己付、家人付，或到窗口付。',
};

/** By the cards that the phone knows; nothing is left out where it knows none. */
export function mayDo(known: Me | null, patientId: string): MayDo {
  if (known?.acting) return HELPING;
  const card = known?.patients.find((one) => one.patientId === patientId);
  if (!card?.consent) return EVERYTHING;
  const { scopes } = card.consent;
  const cancel = scopes.includes('book');
  if (scopes.includes('pay')) return { ...EVERYTHING, cancel };
  const who = card.maskedName;
  return {
    pay: false,
    cancel,
    payNote: `号留好了。${who}没有同意您替他付钱：请他在自己的手机上打开“就诊”付，或请能替他付钱的家人付，也可以到人工窗口付。`,
    payHint: `请${who}自己付，或到窗口付。`,
  };
}
