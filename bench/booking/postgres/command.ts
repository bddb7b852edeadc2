import { newId } from '../../../cloudfunctions/_kernel/ids';
import { bodyIndexOf } from '../../../cloudfunctions/_kernel/requests';
import { blindIndex } from '../../../cloudfunctions/_store/blind-index';
import { seal } from '../../../cloudfunctions/_store/sealed-field';
import { dayOf } from '../../../core/domain/calendar-day';
import { maskName } from '../../../core/domain/identity/mask';
import type { Wish } from '../wish';

/** A booking as the peer's application makes it ready, with the product's own keys, ids and sealing. */
export interface Command {
  readonly appointmentId: string;
  readonly accountId: string;
  readonly bodyIndex: string;
  readonly auditId: string;
  readonly traceId: string;
  readonly now: number;
  readonly today: string;
  readonly wish: Wish;
}

export function commandOf(wish: Wish, accountId: string, now: number): Command {
  return {
    appointmentId: `a${blindIndex('appointment', `${accountId}\n${wish.requestId}`)}`,
    accountId,
    bodyIndex: bodyIndexOf('bookSlot', wish),
    auditId: newId(now),
    traceId: newId(now),
    now,
    today: dayOf(now),
    wish,
  };
}

/** The name as it is stored with the appointment. */
export const sealedName = (name: string, documentId: string): string =>
  seal(maskName(name), { documentId, field: 'maskedName' });
