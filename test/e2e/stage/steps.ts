import type { Phone } from './phone';

interface Person {
  readonly name: string;
  readonly identityNumber: string;
}

/** From the home page of someone new: WeChat's privacy question and the hospital's own, then the card. */
export async function bindCard(phone: Phone, person: Person): Promise<void> {
  await phone.tap('home-start');
  await agree(phone);
  await fillCard(phone, person);
  await phone.tap('bind-submit');
}

export async function agree(phone: Phone): Promise<void> {
  await phone.tap('consent-read');
  await phone.tap('consent-agree');
}

/** The form of the card up to its main button. */
export async function fillCard(phone: Phone, { name, identityNumber }: Person): Promise<void> {
  await phone.sees(phone.find('verify-phone'));
  await phone.type('name', name);
  await phone.type('identityNumber', identityNumber);
  await phone.tap('verify-phone');
  await phone.tapButton('允许');
  await phone.sees(phone.find('phone-verified'));
}

export interface Seat {
  readonly department: string;
  readonly clinic: string;
  readonly day: string;
  readonly doctor: string;
  readonly start: string;
}

/** From any tab: department, clinic, day, doctor, half-hour, up to the page that asks to confirm. */
export async function chooseSeat(phone: Phone, seat: Seat): Promise<void> {
  await phone.tab(1);
  await phone.tap(`side-${seat.department}`);
  await phone.tap(`clinic-${seat.clinic}`);
  await chooseDay(phone, seat);
  await phone.tap(`slot-${seat.start}`);
  await phone.sees(phone.find('confirm-when'));
}

/** From the page of a clinic to the half-hours. */
export async function chooseDay(phone: Phone, { day, doctor }: Seat): Promise<void> {
  await phone.tap(`day-${day}`);
  await phone.tap(`doctor-${doctor}`);
  await phone.sees(phone.find('slots-day'));
}

/** Opens WeChat's payment sheet and ends it so. */
export async function pay(phone: Phone, ending: string): Promise<void> {
  await phone.tap('pay-submit');
  await phone.tapButton(ending);
}
