import { billing, type BillingRefusals } from './billing';
import { booking, type BookingRefusals } from './booking';
import { catalog } from './catalog';
import { clinic, type ClinicRefusals } from './clinic';
import { guide } from './guide';
import { identity, type IdentityRefusals } from './identity';
import { message, type MessageRefusals } from './message';
import type { CommonRefusals, Procedure } from './procedure';
import { report, type ReportRefusals } from './report';
import { triage } from './triage';
import { visit, type VisitRefusals } from './visit';

/** The one list: every context that is deployed, by the name of its cloud function. */
export const contract = {
  identity,
  catalog,
  booking,
  billing,
  message,
  report,
  guide,
  clinic,
  visit,
  triage,
} as const;

export type Contract = typeof contract;
export type ContextName = keyof Contract;
export type ProceduresOf<C extends ContextName> = Contract[C]['procedures'];

/** Every refusal a patient may meet, with the parameters its text may use. */
export type AllRefusals = CommonRefusals &
  IdentityRefusals &
  BookingRefusals &
  BillingRefusals &
  MessageRefusals &
  ReportRefusals &
  ClinicRefusals &
  VisitRefusals;
export type RefusalCode = keyof AllRefusals;

/** context → names of its procedures, for clients that have no Proxy. */
export function procedureTable(): Record<string, readonly string[]> {
  const entries = Object.values(contract).map((context): [string, readonly string[]] => [
    context.name,
    Object.keys(context.procedures satisfies Readonly<Record<string, Procedure>>),
  ]);
  return Object.fromEntries(entries);
}
