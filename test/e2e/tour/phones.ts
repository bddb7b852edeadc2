import type { Locator } from 'playwright-core';
import type { PreviewPerson } from '../../../scripts/hospital/types';
import { invented } from '../stage/people';
import type { Phone } from '../stage/phone';
import type { Stage } from '../stage/stage';

/** When the README's visit begins: a Tuesday. */
export const HALF_PAST_SEVEN = Date.parse('2026-03-10T07:30:00+08:00');

/** The people of the README's visit, by the names the preview's panel shows. */
const CAST = {
  patient: '周望舒',
  relative: '周念安',
  volunteer: '陈一诺',
  doctor: '何青黛',
  desk: '邱砚',
  window: '江挽',
} as const;

export type Part = keyof typeof CAST;

/** Phones beside each other, opened as they are needed: four for the visit, and those of laboratory and window. */
export class Phones {
  readonly stage: Stage;
  private readonly opened = new Map<Part, Phone>();

  constructor(stage: Stage) {
    this.stage = stage;
  }

  person(part: Part): PreviewPerson {
    return invented(this.stage, CAST[part]);
  }

  async of(part: Part): Promise<Phone> {
    const known = this.opened.get(part);
    if (known !== undefined) return known;
    const { openid, phoneNumber } = this.person(part);
    const phone = await this.stage.phone({ user: { openid, phoneNumber }, privacyAgreed: true });
    this.opened.set(part, phone);
    return phone;
  }
}

/** The button in the first card with these words. */
export const within = (phone: Phone, card: string, words: string, button: string): Locator =>
  phone.find(card).filter({ hasText: words }).getByTestId(button).first();

/** Taps a button that opens WeChat's scanner, and lets it see a code. */
export async function scan(phone: Phone, button: string, code: string): Promise<void> {
  await phone.tap(button);
  await phone.page.locator('.wx-scan-field').fill(code);
  await phone.tapButton('扫到了');
}

export const digitsOf = async (phone: Phone, testId: string): Promise<string> =>
  (await phone.text(testId)).replaceAll(/\D/g, '');
