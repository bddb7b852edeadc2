import type { PreviewPerson } from '../../../scripts/hospital/types';
import { boundPatient, inventIdentityNumber } from '../../cloudfunctions/patient-under-test';
import type { PhoneOptions } from './open-phone';
import type { Stage } from './stage';

/** One of the hospital's invented people, by the beginning of their label. */
export function invented(stage: Stage, name: string): PreviewPerson {
  const person = stage.hospital.hospital.previewPeople.find(({ label }) => label.startsWith(name));
  if (person === undefined) throw new Error(`The hospital invents no ${name}`);
  return person;
}

let serial = 0;

/** A new person whom the hospital does not know; nothing was agreed to yet. */
export function stranger() {
  serial += 1;
  const number = String(serial).padStart(4, '0');
  return {
    name: '言小满',
    identityNumber: inventIdentityNumber(serial + 500),
    user: { openid: `oNew_${number}`, phoneNumber: `1990008${number}` },
  };
}

/** Options of a phone whose owner has a card already, so that the test begins at booking. */
export async function carded(stage: Stage): Promise<PhoneOptions & { user: { openid: string } }> {
  serial += 1;
  const { openid } = await boundPatient(stage.underTest, serial);
  return { user: { openid, phoneNumber: `1990009${String(serial).padStart(4, '0')}` }, privacyAgreed: true };
}
