import type { WindowFile } from '@core/contract/billing';
import type { InvoiceAct } from '@core/domain/billing/invoice';
import { refundSheet } from './refunding.view';
import type { WindowAct } from './window-acts';
import { cashSheet, voidSheet, type WindowCard } from './window.view';

/** What is asked before something is done. */
export interface ActSheet {
  readonly title: string;
  readonly lines: readonly string[];
  readonly button: string;
  readonly act: WindowAct;
}

const whatOf = ({ title, what }: WindowCard): string => `${title}，${what}`;

/** Before giving back a fee or a line; null where the file no longer has it. */
export function refundQuestion(file: WindowFile, card: WindowCard, lineId: string): ActSheet | null {
  const { id } = card;
  if (card.kind === 'registration') {
    const refunding = file.registrations.find((one) => one.appointmentId === id)?.refunding;
    if (!refunding) return null;
    const act = { type: 'refund-registration', id, rule: refunding.decision.rule } as const;
    return { ...refundSheet(whatOf(card), refunding), act };
  }
  const line = file.bills.find((one) => one.billId === id)?.lines.find((one) => one.lineId === lineId);
  if (!line?.refunding) return null;
  const act = { type: 'refund-line', id, lineId, rule: line.refunding.decision.rule } as const;
  return { ...refundSheet(`${card.title}，${line.name}`, line.refunding), act };
}

export function cashQuestion(file: WindowFile, card: WindowCard): ActSheet {
  const { id, kind } = card;
  const amountFen =
    kind === 'bill'
      ? file.bills.find((one) => one.billId === id)?.cashFen
      : file.registrations.find((one) => one.appointmentId === id)?.cashFen;
  if (amountFen === undefined) throw new Error('A card that is not in its file');
  return { ...cashSheet(whatOf(card), amountFen), act: { type: 'cash', kind, id, amountFen } };
}

/** Only voiding is asked about first. */
export function invoiceQuestion(
  file: WindowFile,
  { id, kind }: WindowCard,
  act: Exclude<InvoiceAct, 'surrender'>,
): ActSheet | WindowAct {
  const asked: WindowAct = { type: 'invoice', kind, id, act };
  if (act !== 'void') return asked;
  const payment =
    kind === 'bill'
      ? file.bills.find((one) => one.billId === id)?.payment
      : file.registrations.find((one) => one.appointmentId === id)?.payment;
  return { ...voidSheet(payment?.invoice.number ?? ''), act: asked };
}
