/**
 * A paper invoice of one payment. surrendered: given back to the window for a refund; voided: taken out of use, so that
 * the payment is as if none had been printed.
 */
export type InvoiceState = 'none' | 'printed' | 'reprinted' | 'surrendered' | 'voided';

export type InvoiceAct = 'print' | 'reprint' | 'surrender' | 'void';

export interface Invoice {
  readonly state: InvoiceState;
  /** How many different invoices were begun for the payment: part of the number printed on it. */
  readonly serial: number;
  /** How often the current one was printed. */
  readonly copies: number;
}

export const NO_INVOICE: Invoice = { state: 'none', serial: 0, copies: 0 };

/** From which state an act leads where; what is missing here is refused. */
const NEXT: Readonly<Record<InvoiceState, Partial<Record<InvoiceAct, InvoiceState>>>> = {
  none: { print: 'printed' },
  printed: { reprint: 'reprinted', surrender: 'surrendered', void: 'voided' },
  reprinted: { reprint: 'reprinted', surrender: 'surrendered', void: 'voided' },
  surrendered: { print: 'printed' },
  voided: { print: 'printed' },
};

/** The invoice after an act; null where its state does not allow it. */
export function afterInvoiceAct(invoice: Invoice, act: InvoiceAct): Invoice | null {
  const state = NEXT[invoice.state][act];
  if (!state) return null;
  switch (act) {
    case 'print':
      return { state, serial: invoice.serial + 1, copies: 1 };
    case 'reprint':
      return { ...invoice, state, copies: invoice.copies + 1 };
    case 'surrender':
    case 'void':
      return { ...invoice, state };
  }
}

export const invoiceActs = (invoice: Invoice): InvoiceAct[] =>
  Object.keys(NEXT[invoice.state]) as InvoiceAct[];

/** In somebody's hands. */
export const isInvoiceOut = ({ state }: Invoice): boolean => state === 'printed' || state === 'reprinted';

/** Whether the payment counts as one with an invoice (rule A6). */
export const countsAsPrinted = (invoice: Invoice): boolean =>
  isInvoiceOut(invoice) || invoice.state === 'surrendered';
