import { expect } from '@jest/globals';
import { liveKeys } from '@core/domain/booking/live-keys';
import type { Account } from '../../cloudfunctions/_store/accounts';
import type { AppointmentRecord } from '../../cloudfunctions/_store/appointments';
import type { BillRecord } from '../../cloudfunctions/_store/bills';
import type { PaymentRecord } from '../../cloudfunctions/_store/payments';
import type { Session } from '../../cloudfunctions/_store/sessions';
import type { LocalCloud } from '../../local/cloud/index';
import { documentsOf } from './documents';

interface Books {
  readonly sessions: readonly Session[];
  readonly appointments: readonly AppointmentRecord[];
  readonly payments: readonly PaymentRecord[];
  readonly bills: readonly BillRecord[];
  readonly accounts: readonly Account[];
}

const isLiving = ({ status }: AppointmentRecord): boolean => status !== 'cancelled';
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/**
 * What must hold at every instant in which nothing is under way. Everything wrong is named, so that a failing test shows
 * all of it at once.
 */
export async function expectInvariants({ cloud }: { readonly cloud: LocalCloud }): Promise<void> {
  const books: Books = {
    sessions: await documentsOf<Session>(cloud, 'sessions'),
    appointments: await documentsOf<AppointmentRecord>(cloud, 'appointments'),
    payments: await documentsOf<PaymentRecord>(cloud, 'payments'),
    bills: await documentsOf<BillRecord>(cloud, 'bills'),
    accounts: await documentsOf<Account>(cloud, 'accounts'),
  };
  expect(books.sessions.length).toBeGreaterThan(0);
  expect([
    ...books.sessions.flatMap((session) => seatFaults(session, books)),
    ...books.appointments.flatMap((appointment) => appointmentFaults(appointment, books)),
    ...liveFaults(books),
    ...books.payments.flatMap((payment) => moneyFaults(payment, books)),
    ...providerFaults(cloud, books),
  ]).toEqual([]);
}

/** I1, I2: pools never mix, the count of free seats is exact, no seat is held by a dead or an unknown appointment. */
function seatFaults(session: Session, { appointments }: Books): string[] {
  const faults: string[] = [];
  const online = Object.values(session.pools).filter((pool) => pool === 'online').length;
  const claims = Object.entries(session.claims);
  const isAddOn = (seat: string) => session.pools[seat] === 'add-on';
  const ordinary = claims.filter(([seat]) => !isAddOn(seat));
  const seats = session.slots.flatMap((slot) => slot.seats);
  if (new Set(seats).size !== Object.keys(session.pools).filter((seat) => !isAddOn(seat)).length)
    faults.push(`${session._id}: a seat has no pool`);
  if (session.onlineLeft !== online - ordinary.length || session.onlineLeft < 0)
    faults.push(`${session._id}: ${session.onlineLeft} left of ${online} with ${claims.length} claims`);
  for (const [seat, { holder }] of claims) {
    if (session.pools[seat] !== 'online' && !isAddOn(seat))
      faults.push(`${session._id}: seat ${seat} of another pool is claimed`);
    if (holder === 'external') continue;
    const appointment = appointments.find(({ _id }) => _id === holder);
    if (!appointment || !isLiving(appointment) || appointment.seat !== Number(seat))
      faults.push(`${session._id}: seat ${seat} is held by ${appointment?.status ?? 'nobody'}`);
  }
  return faults;
}

/** I2: a living appointment holds exactly its seat, inside its half-hour. */
function appointmentFaults(appointment: AppointmentRecord, { sessions }: Books): string[] {
  const { _id, seat, seatRound, start, status } = appointment;
  const session = sessions.find((one) => one._id === appointment.sessionId);
  const faults: string[] = [];
  if (isLiving(appointment)) {
    const claim = session?.claims[String(seat)];
    const slot = session?.slots.find((one) => one.start === start);
    if (claim?.holder !== _id || claim.round !== seatRound)
      faults.push(`${_id}: ${status} without its seat ${seat}`);
    if (!slot?.seats.includes(seat) && session?.pools[String(seat)] !== 'add-on')
      faults.push(`${_id}: seat ${seat} is not at ${start}`);
    if ([...liveKeys(appointment)].sort().join() !== [...appointment.liveKeys].sort().join())
      faults.push(`${_id}: wrong live keys`);
  } else if (appointment.liveKeys.join() !== _id) faults.push(`${_id}: an ended appointment holds keys`);
  if (appointment.outbox.length > 0)
    faults.push(`${_id}: ${String(appointment.outbox[0]?.event)} undelivered`);
  return faults;
}

/** I3, and that the accounts know exactly the living appointments. */
function liveFaults({ appointments, accounts }: Books): string[] {
  const living = appointments.filter(isLiving);
  const keys = living.flatMap((one) => one.liveKeys);
  const faults = new Set(keys).size === keys.length ? [] : ['two living appointments share a key'];
  const known = accounts.flatMap((account) =>
    account.live.map((entry) => `${account._id} ${entry.appointmentId}`),
  );
  const expected = living.map((one) => `${one.accountId} ${one._id}`);
  for (const one of expected) if (!known.includes(one)) faults.push(`the account does not know ${one}`);
  for (const one of known) if (!expected.includes(one)) faults.push(`the account still knows ${one}`);
  return faults;
}

/** I4, I5: postings sum to zero, an order is paid once, never refunded beyond what was paid. */
function moneyFaults(payment: PaymentRecord, books: Books): string[] {
  const { _id, postings, refunds, amountFen, state } = payment;
  const faults: string[] = [];
  const refunded = sum(refunds.map((refund) => refund.amountFen));
  if (postings.some(({ lines }) => sum(lines.map((line) => line.amountFen)) !== 0))
    faults.push(`${_id}: not zero`);
  if (postings.filter(({ why }) => why === 'payment').length !== (state === 'paid' ? 1 : 0))
    faults.push(`${_id}: ${state} with ${postings.length} postings`);
  if (refunded > amountFen) faults.push(`${_id}: ${refunded} refunded of ${amountFen}`);
  if (payment.outbox.length > 0) faults.push(`${_id}: ${String(payment.outbox[0]?.event)} undelivered`);
  return [...faults, ...(payment.billId === undefined ? seatMoneyFaults : billMoneyFaults)(payment, books)];
}

const refundedOf = ({ refunds }: PaymentRecord): number => sum(refunds.map((refund) => refund.amountFen));

/** I6: the order by which a seat was paid ends in that seat or in all of the money; any other paid one in its money. */
function seatMoneyFaults(payment: PaymentRecord, { appointments, payments }: Books): string[] {
  const { _id, amountFen, state, appointmentId } = payment;
  const faults: string[] = [];
  const appointment = appointments.find((one) => one._id === appointmentId);
  const isBooked = appointment?.status === 'booked';
  const orders = payments.filter((one) => one.appointmentId === appointmentId);
  const paid = orders.filter((one) => one.state === 'paid');
  const refunded = refundedOf(payment);
  if (state === 'paid' && !isBooked && refunded !== amountFen && payment.channel !== 'cash')
    faults.push(`${_id}: paid, no seat, not refunded`);
  if (isBooked && sum(paid.map((one) => one.amountFen - refundedOf(one))) !== appointment.feeFen)
    faults.push(`${_id}: booked, and not paid exactly once`);
  return faults;
}

/** A bill is paid by one order; whatever else was paid went back. */
function billMoneyFaults(payment: PaymentRecord, { bills }: Books): string[] {
  const { _id, amountFen, state } = payment;
  const bill = bills.find((one) => one._id === payment.billId);
  if (!bill) return [`${_id}: a payment without its bill`];
  const faults = bill.outbox.length > 0 ? [`${bill._id}: ${String(bill.outbox[0]?.event)} undelivered`] : [];
  const counts = bill.payment?.paymentId === _id;
  const refunded = refundedOf(payment);
  if (state === 'paid' && !counts && refunded !== amountFen) faults.push(`${_id}: paid twice, not refunded`);
  if (counts && state !== 'paid') faults.push(`${_id}: the bill is paid, ${state}`);
  if (counts && refunded !== sum(bill.refunds.map((refund) => refund.amountFen)))
    faults.push(`${_id}: ${refunded} refunded, the bill says otherwise`);
  return faults;
}

/** I6, I7: our books say what the provider's say. */
function providerFaults(cloud: LocalCloud, { payments }: Books): string[] {
  const faults: string[] = [];
  for (const order of cloud.pay.orders()) {
    const isPaid = order.state === 'SUCCESS' || order.state === 'REFUND';
    const ours = payments.find(({ _id }) => _id === order.outTradeNo);
    if (isPaid !== (ours?.state === 'paid'))
      faults.push(`${order.outTradeNo}: ${order.state}, ours ${String(ours?.state)}`);
  }
  const income = sum(
    cloud.pay.orders().flatMap(({ paidAt, totalFee }) => (paidAt === undefined ? [] : [totalFee])),
  );
  const returned = sum(
    cloud.pay.refunds().flatMap(({ state, refundFee }) => (state === 'SUCCESS' ? [refundFee] : [])),
  );
  const lines = payments.flatMap(({ postings }) => postings.flatMap((posting) => posting.lines));
  const withWeChat = sum(
    lines.filter(({ account }) => account === 'wechat').map(({ amountFen }) => amountFen),
  );
  if (withWeChat !== income - returned)
    faults.push(`${withWeChat} in our books, ${income - returned} with the provider`);
  return faults;
}
