import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Phone } from './stage/phone';
import { openStage, type Stage } from './stage/stage';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(await stage.putAway()).toEqual([]);
});
afterAll(() => stage.close());

const say = (phone: Phone, words: string): Promise<void> =>
  phone.page.locator('textarea[name="complaint"]').filter({ visible: true }).fill(words);

/** From the list of departments to the guide. */
async function atGuide(phone: Phone): Promise<void> {
  await phone.tab(1);
  await phone.tap('to-triage');
  await phone.sees(phone.find('triage-submit'));
}

describe('not knowing the department', () => {
  test('leads by words to a clinic that can be booked', async () => {
    const phone = await stage.phone({ privacyAgreed: true });
    await atGuide(phone);
    await phone.tap('triage-submit');
    await phone.sees(phone.find('triage-missing'));
    await phone.tap('who-woman');
    await say(phone, '白带多，下面痒，没有出血');
    await phone.tap('triage-submit');
    expect(await phone.text('triage-missing')).toContain('怀没怀孕');
    await phone.tap('detail-none');
    await phone.tap('triage-submit');
    expect(await phone.text('offer-gynecology')).toContain('白带');
    await phone.tap('book-gyn-general');
    await phone.untilRoute('doctors');
  });

  test('leads by taps to a clinic for a child', async () => {
    const phone = await stage.phone({ privacyAgreed: true });
    await atGuide(phone);
    await phone.tap('who-child');
    await phone.tap('area-child');
    await phone.tap('complaint-short');
    expect(await phone.text('chosen-names')).toBe('长得矮');
    await phone.tap('complaints-submit');
    expect(await phone.text('offer-child-health')).toContain('生长发育门诊');
  });

  test('rules out what is urgent first, and goes on when none of it holds', async () => {
    const phone = await stage.phone({ privacyAgreed: true });
    await atGuide(phone);
    await phone.tap('who-man');
    await say(phone, '胸口疼');
    await phone.tap('triage-submit');
    await phone.sees('先排除要紧的');
    await phone.tap('danger-none');
    expect(await phone.text('offer-cardiology')).toContain('综合医院的心血管内科');
    await phone.sees(phone.find('none-here'));
  });
});

describe('from a fresh storage with no network', () => {
  test('what cannot wait is recognised, with 120 as the main button', async () => {
    const { faults } = stage.hospital.cloud;
    // The home page would fetch the plan, and with it the way is drawn.
    faults.set({ name: 'function-fail', match: { function: 'guide' } });
    const phone = await stage.phone({ privacyAgreed: true, faults: true });
    await atGuide(phone);
    await phone.page.evaluate('localStorage.clear(); sessionStorage.clear()');
    await phone.offline(true);
    await phone.open('/pages/triage/index');
    await say(phone, '我爸胸口像压了块大石头，出了一身冷汗');
    await phone.tap('triage-submit');
    expect(await phone.text('alarm-title')).toBe('请现在就打 120');
    await phone.sees(phone.find('call-120'));
    await phone.tap('emergency-way');
    await phone.tap('printed-start-1');
    expect(await phone.text('printed-way')).toMatch(/从西门去急诊.*到了：急诊分诊台/s);
    await phone.back();
    await phone.tap('triage-urgent');
    await phone.tap('danger-infant-fever');
    expect(await phone.text('alarm-title')).toBe('请现在就去急诊');
    await phone.offline(false);
  });
});
