import { carded } from '../../test/e2e/stage/people';
import { chooseSeat, pay } from '../../test/e2e/stage/steps';
import type { Stage } from '../../test/e2e/stage/stage';

const SEAT = {
  department: 'breast',
  clinic: 'breast-general',
  day: '2026-03-17',
  doctor: 'dr-luo-yuan',
  start: '10:00',
} as const;

/** Bytes of setData of every tap of a whole booking, from the home page to a paid number and a walk through the tabs. */
export async function tapsOfBooking(stage: Stage): Promise<number[]> {
  const phone = await stage.phone(await carded(stage));
  await chooseSeat(phone, SEAT);
  await phone.tap('confirm-submit');
  await phone.sees(phone.find('pay-submit'));
  await pay(phone, '支付成功');
  await phone.sees(phone.find('queue-number'));
  const bytes = await phone.tapBytes();
  await stage.putAway();
  return bytes;
}
