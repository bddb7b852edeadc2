import { createHmac } from 'node:crypto';
import { SIGNATURE_LENGTH, type BillCodeKey } from '@core/domain/billing/bill-code';
import { requireKeys } from './keys';

const digest = (purpose: string, text: string): string =>
  createHmac('sha256', requireKeys().index).update(`${purpose}\n${text}`, 'utf8').digest('base64url');

const NUMBER_LENGTH = 11;

/** The bill of an order: always the same one, and nobody can tell the order from it. */
export const billIdOf = (orderId: string): string => `b${digest('bill', orderId).slice(0, NUMBER_LENGTH)}`;

export const billNumberOf = (billId: string): string => billId.slice(1);
export const billIdOfNumber = (number: string): string => `b${number}`;

/** Signs the codes of bills with this environment's key (54 bits); another environment has another sign. */
export const billCodeKey = (): BillCodeKey => ({
  hospital: digest('bill-hospital', '').slice(0, 2),
  sign: (body) => digest('bill-code', body).slice(0, SIGNATURE_LENGTH),
});
