import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { carded, invented, stranger } from './stage/people';
import type { Phone } from './stage/phone';
import { openStage, type Stage } from './stage/stage';
import { agree, bindCard, fillCard } from './stage/steps';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(await stage.putAway()).toEqual([]);
});
afterAll(() => stage.close());

const withCard = async (): Promise<Phone> => {
  const phone = await stage.phone(await carded(stage));
  await phone.sees(phone.find('home-patient'));
  return phone;
};

describe('agreeing', () => {
  test('is asked before the first personal field, and refusing leaves departments and doctors to look at', async () => {
    const phone = await stage.phone({ user: stranger().user });
    await phone.tap('home-start');
    await phone.sees('身份与健康信息使用同意书');
    expect(await phone.page.locator('input').filter({ visible: true }).count()).toBe(0);
    await phone.tap('consent-refuse');
    await phone.tab(1);
    await phone.tap('side-breast');
    await phone.tap('clinic-breast-general');
    await phone.tap('doctor-dr-luo-yuan');
    await phone.sees(phone.find('slots-day'));
    await phone.tap(phone.page.locator('[data-testid^="slot-"][data-free="true"]').first());
    expect(await phone.text('confirm-step')).toBe('看说明并绑定就诊人');
  });

  test('can be taken back, after which the way to a card begins with it again', async () => {
    const phone = await withCard();
    await phone.tab(3);
    await phone.tap('consent-state');
    await phone.tap('withdraw-confirm');
    await phone.sees('还没有同意');
    await phone.tap('add-patient');
    await phone.sees('身份与健康信息使用同意书');
  });
});

describe('a card', () => {
  test('says what is wrong with what was typed in plain words, and takes a small x', async () => {
    const { user, identityNumber, name } = stranger();
    const phone = await stage.phone({ user });
    await phone.tap('home-start');
    await agree(phone);
    await phone.sees(phone.find('bind-submit'));
    await phone.tap('bind-submit');
    await phone.sees('请先验证手机号');
    await fillCard(phone, { name, identityNumber: identityNumber.replace(/.$/, (last) => wrong(last)) });
    await phone.tap('bind-submit');
    await phone.sees('最后一位与前面的数字对不上');
    const person = invented(stage, '赵一川');
    await phone.type('name', person.details.name);
    await phone.type('identityNumber', person.details.identityNumber.toLowerCase());
    await phone.tap('bind-submit');
    await phone.sees(phone.find('home-patient'));
  });

  test('of whoever came before is chosen among the numbers they had', async () => {
    const { openid, phoneNumber, details } = invented(stage, '林晚照');
    const phone = await stage.phone({ user: { openid, phoneNumber } });
    await phone.tap('home-start');
    await agree(phone);
    await phone.tap('visited-before');
    await fillCard(phone, details);
    await phone.tap('bind-submit');
    await phone.sees('林*照有几个门诊号，以后用哪个？');
    const numbers = phone.page.locator('[role="radio"][data-testid^="number-"]').filter({ visible: true });
    const offered = await numbers.allInnerTexts();
    expect(offered).toHaveLength(3);
    expect(offered.join()).toMatch(/最近|上次|2025年7月16日/);
    expect(offered.join()).not.toContain('YX00318274');
    await phone.tap(numbers.nth(2));
    await phone.tap('number-save');
    await phone.sees(phone.find('home-patient'));
  });

  test('whose phone on file is another one leads to the window with one neutral sentence', async () => {
    const { openid, phoneNumber, details } = invented(stage, '许嘉言');
    const phone = await stage.phone({ user: { openid, phoneNumber } });
    await phone.tap('home-start');
    await agree(phone);
    await phone.tap('visited-before');
    await fillCard(phone, details);
    await phone.tap('bind-submit');
    await phone.sees('请到窗口核对');
    expect(await phone.text('refusal')).toContain('不显示具体原因');
  });

  test('can be unbound, and its owner can sign out and in again', async () => {
    const phone = await withCard();
    await phone.tab(3);
    await phone.tap('sign-out');
    await phone.tap('sign-out-confirm');
    await phone.sees('还没有登录');
    await phone.tap('state-action');
    await phone.tap('patient');
    await phone.tap('unbind');
    await phone.tap('unbind-confirm');
    await phone.sees('还没有绑定就诊人');
    await phone.tab(0);
    await phone.sees(phone.find('home-start'));
  });

  test('goes with everything else that is deleted, and what the law keeps is named', async () => {
    const phone = await withCard();
    await phone.tab(3);
    await phone.tap('delete-data');
    await phone.type('deletion', '删除');
    await phone.tap('delete-confirm');
    const receipt = await phone.text('deletion-receipt');
    expect(receipt).toContain('操作日志');
    await phone.tap('deleted-close');
    await phone.sees('还没有绑定就诊人');
    await phone.sees('还没有同意');
  });
});

const wrong = (last: string): string => (last === '0' ? '1' : '0');

describe('a phone', () => {
  test('is read in larger type at one tap, on every page and after a restart', async () => {
    const phone = await stage.phone({ user: stranger().user });
    const size = (): Promise<number> =>
      phone.page.evaluate(() =>
        Number.parseFloat(
          getComputedStyle(
            document.querySelector('[data-testid="service-departments"] .service-title') ?? document.body,
          ).fontSize,
        ),
      );
    await phone.sees(phone.find('service-departments'));
    const before = await size();
    await phone.tap('mode-offer-take');
    await phone.sees('回标准版');
    expect(await size()).toBeCloseTo(before * 1.4, 1);
    expect(await phone.find('mode-offer').count()).toBe(0);
    await phone.tab(3);
    await phone.sees('现在是长辈版');
    await phone.reopen();
    await phone.sees('现在是长辈版');
    await phone.tab(0);
    await phone.tap('mode-switch');
    await phone.sees('长辈版');
    expect(await size()).toBe(before);
    expect(await phone.find('mode-offer').count()).toBe(0);
    await phone.fontScale(1.2);
    expect(await size()).toBeCloseTo(before * 1.2, 1);
  });

  test('shows nothing of what another phone did', async () => {
    const first = await withCard();
    await first.tap('mode-switch');
    const second = await stage.phone({ user: stranger().user });
    await second.sees(second.find('home-start'));
    await second.sees('长辈版');
    expect(await second.find('home-patient').count()).toBe(0);
    await first.sees(first.find('home-patient'));
  });

  test('without a network says so on every tab and goes on when it is back', async () => {
    const phone = await withCard();
    await phone.tab(1);
    await phone.sees(phone.find('side-breast'));
    await phone.offline(true);
    await phone.sees(/没有网络/);
    await phone.sees(phone.find('side-breast'));
    await phone.tab(2);
    await phone.sees('手机没有网络');
    await phone.tab(3);
    await phone.sees('手机没有网络');
    await phone.tab(0);
    await phone.sees(/没有网络/);
    await phone.offline(false);
    await phone.tab(2);
    await phone.sees('还没有预约');
  });

  test('binds the card of a new person by touch', async () => {
    const { user, ...person } = stranger();
    const phone = await stage.phone({ user, touch: true });
    await bindCard(phone, person);
    expect(await phone.text('home-patient')).toMatch(/言\*满 .*门诊号 \d+/);
  });
});
