import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  afterInvoiceAct,
  countsAsPrinted,
  invoiceActs,
  isInvoiceOut,
  NO_INVOICE,
  type Invoice,
  type InvoiceAct,
} from '@core/domain/billing/invoice';
import type { Decision } from '@core/domain/billing/refund-policy';
import { windowWay, type WindowFacts } from '@core/domain/billing/window-steps';
import { fen } from '@core/domain/money';

const after = (...acts: readonly InvoiceAct[]): Invoice | null =>
  acts.reduce<Invoice | null>((invoice, act) => invoice && afterInvoiceAct(invoice, act), NO_INVOICE);

describe('a paper invoice', () => {
  test.each([
    [['print'], 'printed', 1, 1],
    [['print', 'reprint', 'reprint'], 'reprinted', 1, 3],
    [['print', 'surrender'], 'surrendered', 1, 1],
    [['print', 'reprint', 'surrender'], 'surrendered', 1, 2],
    [['print', 'void'], 'voided', 1, 1],
    [['print', 'void', 'print'], 'printed', 2, 1],
    [['print', 'surrender', 'print'], 'printed', 2, 1],
  ] as const)('after %j is %s', (acts, state, serial, copies) => {
    expect(after(...acts)).toEqual({ state, serial, copies });
  });

  test.each([
    [['reprint']],
    [['surrender']],
    [['void']],
    [['print', 'print']],
    [['print', 'surrender', 'reprint']],
    [['print', 'surrender', 'void']],
    [['print', 'void', 'surrender']],
  ] as const)('cannot go through %j', (acts) => {
    expect(after(...acts)).toBeNull();
  });

  test('binds a refund to the window while it is out and after it was given back, not once it is void', () => {
    const counts = (...acts: readonly InvoiceAct[]) => countsAsPrinted(after(...acts) ?? NO_INVOICE);
    expect([counts(), counts('print'), counts('print', 'surrender'), counts('print', 'void')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('never has two of one payment out, and offers exactly what it allows', () => {
    const acts = fc.array(fc.constantFrom<InvoiceAct>('print', 'reprint', 'surrender', 'void'));
    fc.assert(
      fc.property(acts, (tried) => {
        let invoice = NO_INVOICE;
        let out = 0;
        for (const act of tried) {
          const next = afterInvoiceAct(invoice, act);
          expect(next !== null).toBe(invoiceActs(invoice).includes(act));
          if (!next) continue;
          if (act === 'print') out += 1;
          if (act === 'surrender' || act === 'void') out -= 1;
          invoice = next;
          expect(out).toBe(isInvoiceOut(invoice) ? 1 : 0);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the way at the window', () => {
  const decision = (rule: Decision['rule'], outcome: Decision['outcome'] = 'window'): Decision => ({
    rule,
    outcome,
    amountFen: fen(600),
    until: null,
  });
  const registration: WindowFacts = {
    kind: 'registration',
    channel: 'wechat',
    invoice: NO_INVOICE,
    cancelledByDoctor: false,
    confirmedNotDone: false,
  };
  const item: WindowFacts = { ...registration, kind: 'item' };
  const printed: Invoice = { state: 'printed', serial: 1, copies: 1 };

  test.each([
    [
      'a visit of today without an invoice has one printed first',
      'A2',
      registration,
      ['print-invoice'],
      false,
    ],
    ['with it, the paper is taken back', 'A2', { ...registration, invoice: printed }, [], true],
    [
      'a paper that was given back is not asked for twice',
      'A10',
      {
        ...item,
        invoice: { ...printed, state: 'surrendered' },
        cancelledByDoctor: true,
        confirmedNotDone: true,
      },
      [],
      false,
    ],
    [
      'an item needs the doctor, the desk and the paper',
      'A10',
      item,
      ['doctor-cancel', 'desk-not-done', 'print-invoice'],
      false,
    ],
    [
      'an item whose doctor cancelled needs the desk',
      'A10',
      { ...item, invoice: printed, cancelledByDoctor: true },
      ['desk-not-done'],
      true,
    ],
    ['what the hospital owes needs no paper', 'A9', { ...registration, channel: 'cash' }, [], false],
    ['nor does a fee without a seat', 'A12', { ...registration, channel: 'cash' }, [], false],
  ] as const)('%s', (_title, rule, facts, ...expected) => {
    const [missing, takesInvoice] = expected;
    expect(windowWay(decision(rule), facts)).toMatchObject({ missing, takesInvoice });
  });

  test('cash goes back as cash, everything else to where it came from', () => {
    expect(windowWay(decision('A7'), { ...registration, channel: 'cash' }).money).toBe('cash');
    expect(windowWay(decision('A2'), registration).money).toBe('original');
  });

  test('a refusal asks for nothing', () => {
    expect(windowWay(decision('A5', 'refused'), item)).toMatchObject({ missing: [], takesInvoice: false });
  });
});
