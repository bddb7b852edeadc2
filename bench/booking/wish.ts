import type { Session } from '../../cloudfunctions/_store/sessions';
import type { Caller } from './callers';
import type { Attempt } from './demand';

/** The input of `bookSlot`, as the phone sends it. */
export interface Wish {
  readonly requestId: string;
  readonly patientId: string;
  readonly sessionId: string;
  readonly start: string;
  readonly acceptNearby: boolean;
}

/** Turns an attempt into what is sent for it. Slots are counted through all sessions in their order. */
export function wishes(sessions: readonly Session[], callers: readonly Caller[]): (attempt: Attempt) => Wish {
  const slots = sessions.flatMap(({ _id, slots: own }) =>
    own.map(({ start }) => ({ sessionId: _id, start })),
  );
  return ({ caller, slot, requestId }) => {
    const place = slots[slot];
    const person = callers[caller];
    if (!place || !person) throw new RangeError('No such slot or caller');
    return { requestId, patientId: person.patientId, ...place, acceptNearby: false };
  };
}
