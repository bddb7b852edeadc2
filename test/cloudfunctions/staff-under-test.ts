import type { StaffRole } from '../../core/contract/access';
import type { HospitalUnderTest } from './hospital-under-test';
import { newRequest } from './patient-under-test';

/** What the administrator wrote beside each role. */
export const STAFF_LABELS: Readonly<Record<StaffRole, string>> = {
  volunteer: '志愿者小陈',
  doctor: '门诊医生',
  nurse: '护士站小方',
  window: '3 号窗口小江',
  laboratory: '检验科小邱',
  imaging: '影像科小邱',
  pharmacy: '药房小邱',
  administrator: '门诊部小宋',
};

interface Wanted {
  readonly role: StaffRole;
  /** Only for doctors. */
  readonly practitionerId?: string;
  /** Who enters the code; a WeChat user of its own where left out. */
  readonly openid?: string;
}

let issued = 0;

/** The code of a role, as an operator makes it. */
export async function roleCode(
  { cloud }: HospitalUnderTest,
  { role, practitionerId }: Wanted,
): Promise<{ readonly grantId: string; readonly code: string }> {
  const answer = await cloud.invoke({
    name: 'identity-issue-role-code',
    source: 'console',
    data: { role, practitionerId: practitionerId ?? null, label: STAFF_LABELS[role] },
  });
  const result = answer.result as { ok: boolean; value: { grantId: string; code: string } };
  if (!result.ok) throw new Error(`No role code: ${JSON.stringify(answer)}`);
  return result.value;
}

/** A WeChat user who has a role; answers the openid. */
export async function staffMember(hospital: HospitalUnderTest, wanted: Wanted): Promise<string> {
  issued += 1;
  const openid = wanted.openid ?? `oStaff_${wanted.role}_${String(issued)}`;
  const { code } = await roleCode(hospital, wanted);
  const redeemed = await hospital.ask(openid, 'identity', 'redeemRoleCode', {
    requestId: newRequest(),
    code,
  });
  if (!redeemed.ok) throw new Error(`The role was not taken: ${redeemed.error}`);
  return openid;
}
