import { fen } from '@core/domain/money';
import { newRequest, type PatientUnderTest } from '../../cloudfunctions/patient-under-test';
import { inventedPatient } from './names';
import { billed, codeOf, mark, payByCode } from '../../cloudfunctions/billing/bill-under-test';
import { staffMember } from '../../cloudfunctions/staff-under-test';
import { useKeysOf } from '../../cloudfunctions/crowd';
import type { WeChatUser } from '../stage/open-phone';
import type { Stage } from '../stage/stage';
import { bookFirst } from './cast';
import { once } from './scene';

/** A patient with bills to pay, paid by another phone and never paid, and who pays for them. */
export interface BillingPeople {
  readonly patient: WeChatUser;
  readonly due: string;
  /** Leads whoever scans it to what is due. */
  readonly code: string;
  readonly paid: string;
  /** Of a visit last week: nobody paid it in time. */
  readonly lapsed: string;
  /** Not known to the hospital at all. */
  readonly payer: WeChatUser;
  readonly receipt: string;
  /** May pay for the patient and nothing else; a seat waits for its fee. */
  readonly relative: WeChatUser;
  readonly clerk: WeChatUser;
  readonly outpatientNumber: string;
}

let serial = 0;

export async function prepareBilling(stage: Stage): Promise<BillingPeople> {
  useKeysOf(stage.hospital.cloud);
  serial += 1;
  const bound = await inventedPatient(stage, 860 + serial);
  const { openid } = bound;
  const patient = { openid, phoneNumber: `1990009086${String(serial)}` };
  const { billId: paid } = await billed(stage.underTest, bound);
  const payer = { openid: `oBillingPayer_${String(serial)}`, phoneNumber: '19900090870' };
  const receipt = await payByCode(stage.underTest, payer.openid, await codeOf(stage.underTest, openid, paid));
  const { billId: due } = await billed(stage.underTest, bound);
  const { billId: lapsed } = await billed(stage.underTest, bound, 'dr-tian', '2026-03-04');
  const relative = await payingRelative(stage, bound);
  const code = await codeOf(stage.underTest, openid, due);
  const clerk = {
    openid: await staffMember(stage.underTest, { role: 'window' }),
    phoneNumber: '19900090880',
  };
  await cashOwed(stage, clerk.openid);
  const me = await stage.underTest.ask(openid, 'identity', 'getMe', {});
  const outpatientNumber = me.ok ? (me.value.patients[0]?.outpatientNumber ?? '') : '';
  return { patient, due, code, paid, lapsed, payer, receipt, relative, clerk, outpatientNumber };
}

/** Cash of another patient that was charged too much: the window still owes it. */
async function cashOwed(stage: Stage, clerk: string): Promise<void> {
  const { underTest } = stage;
  const { billId, orderId } = await billed(underTest, await inventedPatient(stage, 870 + serial));
  await mark(underTest, orderId, 'l1', { state: 'cancelled', cancelledAt: 1 });
  const taken = { requestId: newRequest(), billId, amountFen: fen(5750) };
  const answer = await underTest.ask(clerk, 'billing', 'takeCashForBill', taken);
  if (!answer.ok) throw new Error(answer.error);
}

/** The patient lets a relative pay, and holds a seat. */
async function payingRelative(stage: Stage, patient: PatientUnderTest): Promise<WeChatUser> {
  const { openid } = await inventedPatient(stage, 890 + serial);
  const asked = await stage.underTest.ask(openid, 'identity', 'askRelative', { requestId: newRequest() });
  if (!asked.ok) throw new Error(asked.error);
  const granted = await stage.underTest.ask(patient.openid, 'identity', 'grantConsent', {
    requestId: newRequest(),
    patientId: patient.patientId,
    code: asked.value.code,
    scopes: ['pay'],
    days: 30,
  });
  if (!granted.ok) throw new Error(granted.error);
  await bookFirst(stage, patient, {
    clinicId: 'breast-general',
    practitionerId: 'dr-luo-yuan',
    day: '2026-03-12',
  });
  return { openid, phoneNumber: '19900090895' };
}

export const billingPeople = once(({ stage }) => prepareBilling(stage));
