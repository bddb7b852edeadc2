import type { CalendarDay } from '@core/domain/calendar-day';
import type { Desk, LineFacts, OrderCategory } from '@core/domain/clinic/order';
import { NOBODY, replaceIfUnchanged, type Aggregate } from './aggregate';
import { Collection, command } from './collection';
import type { Sealed } from './sealed-field';

/** One examination, drug or treatment. */
export interface OrderLine extends LineFacts {
  readonly itemId: string;
  readonly name: string;
  readonly category: OrderCategory;
  /** Where it is done or handed out. */
  readonly placeId: string;
  readonly preparation: string | null;
  /** Why the doctor took it back, or the desk did not do it, in their own words. */
  readonly cancelReason: string | null;
  readonly notDoneReason: string | null;
}

/**
 * What a doctor ordered in one go during one encounter. `_id` is `o` and the keyed fingerprint of caller and request id.
 * `desks` lists each desk that has a line, for its work list.
 */
export interface OrderRecord extends Aggregate {
  readonly patientId: string;
  readonly accountId: string;
  /** Masked name sealed at field `maskedName`. */
  readonly maskedName: Sealed;
  /** The appointment, which is also the encounter's id. */
  readonly appointmentId: string;
  readonly practitionerId: string;
  readonly practitionerName: string;
  readonly clinicId: string;
  readonly clinicName: string;
  readonly day: CalendarDay;
  readonly placedAt: number;
  readonly desks: readonly Desk[];
  readonly lines: readonly OrderLine[];
}

const collection = new Collection<OrderRecord>('orders');
const LATEST_FIRST = ['placedAt', 'desc'] as const;

export const orders = {
  findById: (orderId: string) => collection.findById(orderId),
  findByPatient: (patientId: string) => collection.find({ patientId }, { limit: 200, orderBy: LATEST_FIRST }),
  findByAppointment: (appointmentId: string) =>
    collection.find({ appointmentId }, { limit: 100, orderBy: LATEST_FIRST }),
  /** A desk's work of one day. */
  findByDesk: (desk: Desk, day: CalendarDay) =>
    collection.find({ desks: desk, day }, { limit: 500, orderBy: LATEST_FIRST }),
  findIdsOfAccount: async (accountId: string): Promise<string[]> =>
    (await collection.find({ accountId }, { limit: 1000, fields: ['_id'] })).map(({ _id }) => _id),
  /** Cuts the order of a deleted account off from it. */
  detach: (orderId: string): Promise<boolean> =>
    collection.updateIf(orderId, {}, { accountId: NOBODY, revision: command().inc(1) }),
  /** @throws DuplicateKeyError where the command was accepted before. */
  insert: (order: OrderRecord) => collection.insert(order),
  replace: (next: OrderRecord) => replaceIfUnchanged(collection, next),
};

/** The distinct desks of an order's lines. */
export const desksOf = (lines: readonly OrderLine[]): Desk[] => [...new Set(lines.map(({ desk }) => desk))];
