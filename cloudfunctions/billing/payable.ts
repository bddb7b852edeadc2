import type { Fen } from '@core/domain/money';
import { MINUTE_MS } from '@core/domain/calendar-day';
import type { AppointmentRecord } from '../_store/appointments';
import type { BillRecord } from '../_store/bills';
import type { RulePack } from '../_store/catalog';

/** Something that is to be paid once, by whomever. */
export interface Payable {
  readonly kind: 'appointment' | 'bill';
  /** The appointment's or bill's id, which is also the number of its first order. */
  readonly id: string;
  readonly patientId: string;
  readonly amountFen: Fen;
  /** When an order that is opened now ends. */
  readonly orderExpiresAt: number;
  /** What the payer reads in WeChat's list: no name, no clinic, nothing of what was ordered. */
  readonly description: string;
}

interface Hospital {
  readonly rulePack: RulePack;
  readonly organization: { readonly name: string };
}

export const appointmentPayable = (
  { _id: id, patientId, feeFen: amountFen, createdAt, holdExpiresAt }: AppointmentRecord,
  { rulePack, organization }: Hospital,
): Payable => ({
  kind: 'appointment',
  id,
  patientId,
  amountFen,
  // A seat that a doctor added is held longer than others; the order always ends as long before its hold.
  orderExpiresAt:
    (holdExpiresAt ?? createdAt + rulePack.holdMinutes * MINUTE_MS) -
    (rulePack.holdMinutes - rulePack.orderMinutes) * MINUTE_MS,
  description: `${organization.name} 挂号费`,
});

export const billPayable = (
  { _id: id, patientId, totalFen: amountFen }: BillRecord,
  { rulePack, organization }: Hospital,
  now: number,
): Payable => ({
  kind: 'bill',
  id,
  patientId,
  amountFen,
  orderExpiresAt: now + rulePack.billOrderMinutes * MINUTE_MS,
  description: `${organization.name} 门诊费用`,
});
