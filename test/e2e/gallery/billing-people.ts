import { boundPatient } from '../../cloudfunctions/patient-under-test';
import { billed, codeOf, payByCode } from '../../cloudfunctions/billing/bill-under-test';
import { staffMember } from '../../cloudfunctions/staff-under-test';
import { useKeysOf } from '../../cloudfunctions/crowd';
import type { WeChatUser } from '../stage/open-phone';
import type { Stage } from '../stage/stage';
import { once } from './scene';

/** A patient with one bill to pay and one that was paid by another phone, and who pays for them. */
export interface BillingPeople {
  readonly patient: WeChatUser;
  readonly due: string;
  /** Leads whoever scans it to what is due. */
  readonly code: string;
  readonly paid: string;
  /** Not known to the hospital at all. */
  readonly payer: WeChatUser;
  readonly receipt: string;
  readonly clerk: WeChatUser;
  readonly outpatientNumber: string;
}

let serial = 0;

export async function prepareBilling(stage: Stage): Promise<BillingPeople> {
  useKeysOf(stage.hospital.cloud);
  serial += 1;
  const { openid, patientId } = await boundPatient(stage.underTest, 860 + serial);
  const patient = { openid, phoneNumber: `1990009086${String(serial)}` };
  const { billId: paid } = await billed(stage.underTest, { openid, patientId });
  const payer = { openid: `oBillingPayer_${String(serial)}`, phoneNumber: '19900090870' };
  const receipt = await payByCode(stage.underTest, payer.openid, await codeOf(stage.underTest, openid, paid));
  const { billId: due } = await billed(stage.underTest, { openid, patientId });
  const code = await codeOf(stage.underTest, openid, due);
  const clerk = {
    openid: await staffMember(stage.underTest, { role: 'window' }),
    phoneNumber: '19900090880',
  };
  const me = await stage.underTest.ask(openid, 'identity', 'getMe', {});
  const outpatientNumber = me.ok ? (me.value.patients[0]?.outpatientNumber ?? '') : '';
  return { patient, due, code, paid, payer, receipt, clerk, outpatientNumber };
}

export const billingPeople = once(({ stage }) => prepareBilling(stage));
