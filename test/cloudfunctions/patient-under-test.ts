import { maskName } from '../../core/domain/identity/mask';
import type { HospitalUnderTest } from './hospital-under-test';

let requests = 0;
/** A fresh request id, as a phone makes one per tap. */
export const newRequest = (): string => `request-${String((requests += 1)).padStart(12, '0')}`;

/** Weights and check characters of GB 11643, to invent numbers in a region that was never assigned. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export function inventIdentityNumber(serial: number, birth = '19900101'): string {
  const first17 = `990099${birth}${String(serial).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return `${first17}${'10X98765432'.charAt(sum % 11)}`;
}

/** Whom tests call a patient whose name does not matter. */
const SOMEBODY = '试验人';

export interface PatientUnderTest {
  readonly openid: string;
  readonly patientId: string;
  /** Absent: somebody's. */
  readonly name?: string;
}

/** As it stands on orders and bills that a test writes itself. */
export const maskedNameOf = ({ name = SOMEBODY }: PatientUnderTest): string => maskName(name);

/** A WeChat user who agreed, verified a phone and bound their own card. */
export async function boundPatient(
  hospital: HospitalUnderTest,
  serial: number,
  birth = '19900101',
  name = SOMEBODY,
): Promise<PatientUnderTest> {
  const openid = `oTest_${String(serial)}`;
  await agreeAndVerify(hospital, openid, `1990009${String(serial).padStart(4, '0')}`);
  const bound = await hospital.ask(openid, 'identity', 'bindPatient', {
    requestId: newRequest(),
    name,
    identityNumber: inventIdentityNumber(serial, birth),
    relationship: 'self',
    visitedBefore: false,
  });
  if (!bound.ok) throw new Error(`Not bound: ${bound.error}`);
  return { openid, patientId: bound.value.patient.patientId, name };
}

export async function agreeAndVerify(
  hospital: HospitalUnderTest,
  openid: string,
  phone: string,
): Promise<void> {
  const me = await hospital.ask(openid, 'identity', 'getMe', {});
  if (!me.ok || !me.value.consentWanted) throw new Error('No consent to give');
  const { id: documentId, version } = me.value.consentWanted;
  await hospital.ask(openid, 'identity', 'giveConsent', { requestId: newRequest(), documentId, version });
  const verified = await hospital.ask(openid, 'identity', 'verifyPhone', {
    requestId: newRequest(),
    code: await phoneCode(hospital, openid, phone),
  });
  if (!verified.ok) throw new Error(`Phone not verified: ${verified.error}`);
}

/** The code that WeChat's phone button hands to a page. */
export async function phoneCode(
  { cloud }: HospitalUnderTest,
  openid: string,
  phoneNumber: string,
): Promise<string> {
  const token = cloud.identity.mint({ openid, phoneNumber });
  const response = await fetch(`${cloud.url}/phone-code`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: '{}',
  });
  return ((await response.json()) as { code: string }).code;
}

/** A slot, and what one tap on it sends. */
export interface Tap {
  readonly start: string;
  readonly requestId?: string;
  readonly acceptNearby?: boolean;
}

export const book = (
  hospital: HospitalUnderTest,
  { openid, patientId }: PatientUnderTest,
  sessionId: string,
  tap: string | Tap,
) => {
  const {
    start,
    requestId = newRequest(),
    acceptNearby = false,
  } = typeof tap === 'string' ? { start: tap } : tap;
  return hospital.ask(openid, 'booking', 'bookSlot', {
    requestId,
    patientId,
    sessionId,
    start: start as never,
    acceptNearby,
  });
};
