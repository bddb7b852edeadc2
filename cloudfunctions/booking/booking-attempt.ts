import type { booking } from '@core/contract/booking';
import type { InputOf } from '@core/contract/procedure';
import type { AllocatedSlot } from '@core/domain/booking/seat-allocation';
import type { CallContext } from '../_kernel/call-context';
import type { BoundPerson } from '../_store/accounts';
import type { Catalogue, StoredClinic } from '../_store/catalog';
import type { Session } from '../_store/sessions';

/** Everything about one tap on "book" that does not change while it is tried. */
export interface BookingAttempt {
  readonly input: InputOf<typeof booking.procedures.bookSlot>;
  readonly context: CallContext;
  /** Follows from caller and request id: the same tap always makes the same appointment. */
  readonly appointmentId: string;
  readonly bodyIndex: string;
  readonly hospital: Catalogue;
  readonly clinic: StoredClinic;
  readonly session: Session;
  readonly slot: AllocatedSlot;
  readonly person: BoundPerson;
}
