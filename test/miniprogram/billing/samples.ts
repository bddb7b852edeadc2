import type {
  BillView,
  Receipt,
  WindowBill,
  WindowDecision,
  WindowFile,
  WindowRegistration,
} from '@core/contract/billing';
import { calendarDay, clockTime } from '@core/domain/calendar-day';
import { fen } from '@core/domain/money';

export const now = Date.parse('2026-03-10T09:00:00+08:00');
const today = calendarDay('2026-03-10');

export const due: BillView = {
  billId: 'b1',
  orderId: 'o1',
  appointmentId: 'a1',
  patientId: 'p1',
  maskedPatientName: '林*照',
  practitionerName: '罗远',
  clinicName: '乳腺外科普通门诊',
  day: today,
  placedAt: now,
  state: 'due',
  payUntil: calendarDay('2026-03-13'),
  totalFen: fen(1234567),
  paidFen: fen(0),
  refundedFen: fen(0),
  categories: [
    { category: 'laboratory', amountFen: fen(2000) },
    { category: 'drug', amountFen: fen(1232567) },
  ],
  paidAt: null,
  payer: null,
  excess: null,
  invoicePrinted: false,
  refundUntil: calendarDay('2026-03-13'),
  lines: [
    {
      lineId: 'l1',
      name: '血常规五分类',
      category: 'laboratory',
      feeFen: fen(2000),
      quantity: 1,
      amountFen: fen(2000),
      placeId: 'mz-1f-lab',
      progress: 'ordered',
      refund: null,
    },
  ],
};

export const paid: BillView = { ...due, state: 'paid', paidFen: due.totalFen, paidAt: now, payer: 'other' };

export const receipt: Receipt = {
  paymentId: 'b1',
  state: 'paid',
  maskedPatientName: '林*照',
  amountFen: fen(5750),
  categories: [{ category: 'drug', amountFen: fen(5750) }],
  paidAt: now,
  refundedFen: fen(0),
  isBack: true,
  isDuplicate: false,
};

export const decided = (more: Partial<WindowDecision> = {}): WindowDecision => ({
  decision: { rule: 'A2', outcome: 'window', amountFen: fen(2500), until: calendarDay('2026-03-13') },
  clause: { clauseId: 'refund-a2', version: '1', text: '就诊当天不能在手机上退费。' },
  missing: [],
  takesInvoice: true,
  money: 'original',
  ...more,
});

export const registration: WindowRegistration = {
  appointmentId: 'a1',
  status: 'booked',
  clinicName: '乳腺外科普通门诊',
  practitionerName: '罗远',
  day: today,
  start: clockTime('10:00'),
  end: clockTime('10:30'),
  queueNumber: 7,
  feeFen: fen(2500),
  payment: {
    channel: 'wechat',
    amountFen: fen(2500),
    paidAt: now,
    refundedFen: fen(0),
    invoice: { state: 'printed', number: 'ABCD1234-1', copies: 1, acts: ['reprint', 'void'] },
  },
  refund: null,
  refunding: decided(),
  cashFen: fen(0),
};

export const windowBill: WindowBill = {
  billId: 'b1',
  practitionerName: '罗远',
  clinicName: '乳腺外科普通门诊',
  day: today,
  state: 'due',
  payUntil: calendarDay('2026-03-13'),
  totalFen: fen(2000),
  lines: due.lines.map((line) => ({ ...line, refunding: null })),
  excess: null,
  payment: null,
  cashFen: fen(2000),
};

export const file: WindowFile = {
  patient: { patientId: 'p1', maskedName: '林*照', gender: 'female', ageYears: 39, maskedNumber: '26****36' },
  registrations: [registration],
  bills: [windowBill],
};
