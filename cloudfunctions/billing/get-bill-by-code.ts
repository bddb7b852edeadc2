import type { billing } from '@core/contract/billing';
import { categorySums } from '@core/domain/billing/bill';
import { accept } from '@core/domain/result';
import { cardCapacity } from '../_kernel/access/card-capacity';
import type { UseCase } from '../_kernel/serve';
import { catalogue } from '../_store/catalog';
import { billOfCode } from './bill-of-code';
import { maskedNameOf } from './bill-view';

/** What is asked for, for whoever scanned the code: how much of which kind, never what. */
export const getBillByCode: UseCase<typeof billing.procedures.getBillByCode> = async ({ code }, context) => {
  const found = await billOfCode(code, context.now);
  if (!found.ok) return found;
  const { bill, expiresAt } = found.value;
  const { organization } = await catalogue.current(context.now);
  context.viewed(bill.patientId, cardCapacity(await context.account(), bill.patientId));
  return accept({
    hospitalName: organization.name,
    maskedPatientName: maskedNameOf(bill),
    totalFen: bill.totalFen,
    categories: categorySums(bill.lines),
    day: bill.day,
    expiresAt,
  });
};
