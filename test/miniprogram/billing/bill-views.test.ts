import { describe, expect, test } from '@jest/globals';
import { fen } from '@core/domain/money';
import { billPageView, codeSheet } from '../../../miniprogram/packages/billing/pages/bill/bill.view';
import { billGroups, feeCards } from '../../../miniprogram/packages/billing/pages/bills/bills.view';
import { codeOfQuery, codePageView } from '../../../miniprogram/packages/billing/pages/code/code.view';
import { receiptView } from '../../../miniprogram/packages/billing/pages/receipt/receipt.view';
import { errorText } from '../../../miniprogram/services/error-text';
import { due, now, paid, receipt, registration } from './samples';

describe('a bill', () => {
  test('puts the amount on the button while it is due, and says who paid and what comes next after', () => {
    expect(billPageView(due, now)).toMatchObject({
      state: '等您付',
      button: '微信支付 ¥12,345.67',
      unfold: '看 1 项明细',
      next: '',
    });
    expect(billPageView(due, now).atWindow).toContain('窗口付现金');
    const after = billPageView(paid, now);
    expect(after).toMatchObject({
      state: '已付',
      due: false,
      paid: '今天 3月10日 周二 上午 9:00，别人用微信代付的',
    });
    expect(after.next).not.toBe('');
    expect(after.atWindow).toContain('最晚 3月13日 周五下班前');
    expect(billPageView(paid, now + 4 * 86_400_000).atWindow).toBe('');
  });

  test('says of each paid line how far it is, where to go, and what a refund still needs', () => {
    const says = (progress: 'ordered' | 'executed' | 'cancelled' | 'not-done' | 'released', at = now) => {
      const lines = paid.lines.map((line) => ({ ...line, progress }));
      return billPageView({ ...paid, lines }, at).lines[0];
    };
    expect(says('ordered')).toMatchObject({ placeId: 'mz-1f-lab', standing: '付好了，可以去做。' });
    expect(says('executed')).toMatchObject({ placeId: '', standing: '已经做好了。' });
    expect(says('cancelled')?.standing).toMatch(/医生取消了.*检查的科室/);
    expect(says('not-done')?.standing).toMatch(/请医生取消/);
    expect(says('released')?.standing).toMatch(/可以退了/);
    expect(says('released', now + 4 * 86_400_000)?.standing).toMatch(/过了能退的最后一天/);
    expect(billPageView(due, now).lines[0]).toMatchObject({
      placeId: 'mz-1f-lab',
      standing: '付好以后再去。',
    });
  });

  test('charged more than was left of it stays paid, and says what of it comes back', () => {
    const excess = { amountFen: fen(2000), state: 'done', owner: null, at: now } as const;
    const view = billPageView(
      { ...paid, totalFen: fen(1250), paidFen: fen(3250), refundedFen: fen(2000), excess },
      now,
    );
    expect(view).toMatchObject({ state: '已付', tone: 'success', moving: false });
    expect(view.excess?.line).toContain('¥20.00');
    const till = { ...paid, payer: 'window', excess: { ...excess, state: 'needs-staff' } } as const;
    expect(billPageView(till, now).excess).toMatchObject({ state: '到窗口领' });
    const all = { ...paid, totalFen: fen(0), paidFen: fen(2000), refundedFen: fen(2000), excess };
    expect(billPageView(all, now).state).toBe('已退');
  });

  test('that nobody paid in time says so, offers no paying and no way, and stays in the list', () => {
    const lapsed = { ...due, state: 'lapsed' } as const;
    const view = billPageView(lapsed, now + 4 * 86_400_000);
    expect(view).toMatchObject({ state: '过期没付', due: false, next: '', paid: '' });
    expect([view.totalName, view.payBy]).toEqual(['原来要付', '不用付了，没有收您的钱']);
    expect(view.atWindow).toMatch(/最后一天是 昨天 3月13日 周五，.*没有收您的钱.*重新开/);
    expect(view.lines[0]).toMatchObject({ placeId: '', standing: '没有付，不用去了。' });
    expect(billPageView(due, now).payBy).toBe('最晚 3月13日 周五付');
    const groups = billGroups([lapsed, due, paid], now);
    expect(groups.map(({ id }) => id)).toEqual(['due', 'paid', 'lapsed']);
    expect(groups[2]?.cards[0]).toMatchObject({ isDue: false, button: '看这一张', payBy: '' });
  });

  test('shows a line’s refund, and looks again until it is done', () => {
    const refund = { amountFen: fen(2000), state: 'accepted', owner: null, at: now } as const;
    const lines = paid.lines.map((line) => ({ ...line, refund }));
    const moving = billPageView({ ...paid, lines, refundedFen: fen(2000) }, now);
    expect(moving).toMatchObject({ moving: true, state: '已付，退了一部分' });
    expect(moving.lines[0]?.refund?.state).toBe('微信已受理退款');
    const done = paid.lines.map((line) => ({ ...line, refund: { ...refund, state: 'done' } as const }));
    expect(billPageView({ ...paid, lines: done }, now).moving).toBe(false);
  });

  test('is listed by what is to be paid first, whoever of the family it is for', () => {
    const groups = billGroups([paid, { ...due, placedAt: now - 1 }], now);
    expect(groups.map(({ id, cards }) => [id, cards.length])).toEqual([
      ['due', 1],
      ['paid', 1],
    ]);
    expect(groups[0]?.cards[0]).toMatchObject({ kinds: '化验、药', button: '付 ¥12,345.67' });
    expect(billGroups([], now)).toEqual([]);
  });

  test('waits beside fees of seats that are held, of one’s own people and of relatives', () => {
    const { day, start, end, feeFen } = registration;
    const fee = { appointmentId: 'a1', patientId: 'p1', maskedPatientName: '林*照', clinicName: '乳腺外科' };
    const fees = [{ ...fee, day, start, end, feeFen, expiresAt: now + 60_000 }];
    const cards = (own: boolean, said: boolean) =>
      feeCards(
        fees,
        () => own,
        () => said,
      );
    expect(cards(false, false)).toMatchObject([{ own: false, confirming: false, button: '付 ¥25.00' }]);
    expect(cards(true, true)).toMatchObject([{ own: true, confirming: true }]);
  });

  test('has a code for the family that says until when it can be used', () => {
    const sheet = codeSheet({
      code: 'BILL:x',
      expiresAt: now + 7_200_000,
      totalFen: fen(100),
      maskedPatientName: '林*照',
    });
    expect(sheet.lines.join('')).toMatch(/¥1\.00.*11:00 前有效/);
  });
});

describe('a scanned code', () => {
  test('shows kinds and sums, and finds its way out of both kinds of addresses', () => {
    const { maskedPatientName, totalFen, categories, day } = due;
    const bill = {
      hospitalName: '云栖妇女儿童医院',
      maskedPatientName,
      totalFen,
      categories,
      day,
      expiresAt: now,
    };
    const view = codePageView(bill, now);
    expect(view.kinds.map(({ name }) => name)).toEqual(['化验', '药']);
    expect(JSON.stringify(view)).not.toContain('血常规');
    expect(codeOfQuery({ code: 'BILL%3Aabc' })).toBe('BILL:abc');
    expect(codeOfQuery({ scene: 'BILL%3Aabc' })).toBe('BILL:abc');
    expect(codeOfQuery({})).toBe('');
    // Too long for the contract, which would only say that the input is wrong.
    expect(codeOfQuery({ code: `BILL:${'x'.repeat(2000)}` })).toHaveLength(64);
  });
});

describe('a receipt', () => {
  test('says what is known: paid, still being asked about, or over', () => {
    expect(receiptView(receipt)).toMatchObject({ stage: 'paid', amount: '¥57.50', back: '' });
    expect(receiptView({ ...receipt, state: 'waiting', paidAt: null }).stage).toBe('confirming');
    expect(receiptView({ ...receipt, state: 'closed', paidAt: null }).stage).toBe('over');
  });

  test('promises the money back where somebody else had paid', () => {
    const twice = { ...receipt, isDuplicate: true, refundedFen: fen(5750) };
    expect(receiptView({ ...twice, isBack: false }).back).toMatch(/别人刚刚已经付过.*¥57\.50 会退回/);
    expect(receiptView(twice).back).toMatch(/别人刚刚已经付过.*¥57\.50 已经退回/);
  });
});

test('a code that is old, torn, of another hospital or paid is refused in four different sentences', () => {
  const texts = [
    errorText.BILL_CODE_EXPIRED(null),
    errorText.BILL_CODE_ALTERED(null),
    errorText.BILL_CODE_FOREIGN(null),
    errorText.BILL_ALREADY_PAID({ paidAt: now }),
  ];
  for (const part of ['title', 'reason', 'next'] as const)
    expect(new Set(texts.map((text) => text[part])).size).toBe(4);
  for (const { reason } of texts) expect(reason).toMatch(/没有收您的钱|不能付|没有再收一次/);
});
