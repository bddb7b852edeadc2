import type { AppointmentRecord } from '../../cloudfunctions/_store/appointments';
import type { MessageRecord } from '../../cloudfunctions/_store/messages';
import type { PaymentRecord } from '../../cloudfunctions/_store/payments';
import type { StopRecord } from '../../cloudfunctions/_store/stops';
import type { LocalCloud } from '../../local/cloud/index';
import { documentsOf } from '../../test/cloudfunctions/documents';
import { STOPPED } from './full-session';

/** Seconds of virtual time from the approval until each of them got it. */
export interface Waits {
  readonly told: readonly number[];
  /** Asked of WeChat. */
  readonly asked: readonly number[];
  /** Back at WeChat's word. */
  readonly back: readonly number[];
}

interface Books {
  readonly hit: readonly AppointmentRecord[];
  readonly payments: readonly PaymentRecord[];
  readonly messages: readonly MessageRecord[];
  readonly decidedAt: number;
}

async function readBooks(cloud: LocalCloud): Promise<Books> {
  const appointments = await documentsOf<AppointmentRecord>(cloud, 'appointments');
  const stops = await documentsOf<StopRecord>(cloud, 'stops');
  return {
    hit: appointments.filter(({ sessionId }) => sessionId === STOPPED),
    payments: await documentsOf<PaymentRecord>(cloud, 'payments'),
    messages: await documentsOf<MessageRecord>(cloud, 'messages'),
    decidedAt: stops.find(({ sessionId }) => sessionId === STOPPED)?.decidedAt ?? 0,
  };
}

const newsOf = ({ messages }: Books, { _id, accountId }: AppointmentRecord) =>
  messages.filter((message) => message._id === `session-stopped-${_id}-${accountId}`);

/** How many have their money back and know it. */
export async function served(cloud: LocalCloud): Promise<number> {
  const books = await readBooks(cloud);
  return books.hit.filter(
    (one) => one.refund?.state === 'done' && one.outbox.length === 0 && newsOf(books, one).length > 0,
  ).length;
}

export async function waits(cloud: LocalCloud): Promise<Waits> {
  const books = await readBooks(cloud);
  const seconds = (at: number) => (at - books.decidedAt) / 1000;
  const refunds = cloud.pay.refunds();
  return {
    told: books.hit.flatMap((one) => newsOf(books, one).map(({ at }) => seconds(at))),
    asked: refunds.map(({ acceptedAt }) => seconds(acceptedAt)),
    back: refunds.flatMap(({ doneAt }) => (doneAt === undefined ? [] : [seconds(doneAt)])),
  };
}

/** Everything that was not done exactly once for everyone; empty where all is well. */
export async function wrongs(cloud: LocalCloud, people: number): Promise<readonly string[]> {
  const books = await readBooks(cloud);
  const wrong: string[] = books.hit.length === people ? [] : [`${books.hit.length} appointments`];
  const refunds = cloud.pay.refunds();
  for (const one of books.hit) {
    const payment = books.payments.find(({ _id }) => _id === one._id);
    const given = refunds.filter(({ outTradeNo }) => outTradeNo === one._id);
    if (one.status !== 'cancelled' || one.endedBy !== 'hospital') wrong.push(`${one._id}: ${one.status}`);
    if (newsOf(books, one).length !== 1) wrong.push(`${one._id}: told ${newsOf(books, one).length} times`);
    if (payment?.refunds.length !== 1 || payment.refunds[0]?.rule !== 'A9')
      wrong.push(`${one._id}: ${payment?.refunds.length ?? 0} refunds in the books`);
    if (given.length !== 1 || given[0]?.refundFee !== one.feeFen || given[0].state !== 'SUCCESS')
      wrong.push(`${one._id}: ${given.length} refunds at the provider`);
    const balance = (payment?.postings ?? []).flatMap(({ lines }) => lines);
    const sum = balance.filter(({ account }) => account === 'wechat');
    if (sum.reduce((total, { amountFen }) => total + amountFen, 0) !== 0)
      wrong.push(`${one._id}: the books keep money`);
  }
  const total = refunds.reduce((sum, { refundFee }) => sum + refundFee, 0);
  const paid = cloud.pay.orders().reduce((sum, { totalFee }) => sum + totalFee, 0);
  if (total !== paid) wrong.push(`${total} fen of ${paid} went back`);
  return wrong;
}
