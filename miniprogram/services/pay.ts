import type { PaymentProgress, PaymentRequest } from '@core/contract/billing';
import { api } from './api';
import { newRequestId } from './request-id';

/** What the phone says of a payment. Only the server knows whether the money came. */
export type PayOutcome = 'done' | 'cancelled' | 'failed';

/** Reads the errMsg of wx.requestPayment: `requestPayment:fail cancel` is the patient's own wish. */
export const outcomeOf = (errMsg: string): PayOutcome =>
  errMsg.endsWith(':ok') ? 'done' : /fail cancel/.test(errMsg) ? 'cancelled' : 'failed';

/** Opens WeChat's payment sheet. */
export const requestPayment = (payment: PaymentRequest): Promise<PayOutcome> =>
  new Promise((resolve) => {
    wx.requestPayment({ ...payment, complete: ({ errMsg }) => resolve(outcomeOf(errMsg)) });
  });

export interface ConfirmationPorts {
  ask(): Promise<PaymentProgress['state'] | null>;
  wait(milliseconds: number): Promise<void>;
  /** False once the page is hidden: polling stops, nothing is lost. */
  isWanted(): boolean;
}

const FIRST_WAIT_MS = 800;
const LONGEST_WAIT_MS = 5_000;
const PATIENCE_MS = 60_000;

/**
 * Asks the server, ever more slowly, until the order is decided.
 * @returns `confirming` where it is still open after a minute or the page went away.
 */
export async function awaitConfirmation(ports: ConfirmationPorts): Promise<PaymentProgress['state']> {
  let pause = FIRST_WAIT_MS;
  for (let waited = 0; ports.isWanted() && waited < PATIENCE_MS; waited += pause) {
    const state = await ports.ask();
    if (state === 'paid' || state === 'closed') return state;
    await ports.wait(pause);
    pause = Math.min(LONGEST_WAIT_MS, pause * 1.6);
  }
  return 'confirming';
}

/** The real ports for one appointment. */
export const confirmationPorts = (appointmentId: string, isWanted: () => boolean): ConfirmationPorts => ({
  isWanted,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  async ask() {
    const answer = await api.billing.confirmPayment({ requestId: newRequestId(), appointmentId });
    return answer.ok ? answer.value.state : null;
  },
});
