import { describe, expect, test } from '@jest/globals';
import { fen, ZERO_FEN } from '@core/domain/money';
import { calendarDay } from '@core/domain/calendar-day';
import {
  cashQuestion,
  invoiceQuestion,
  refundQuestion,
} from '../../../miniprogram/packages/staff/pages/window/act-sheet';
import { finishSheet, refundTodo } from '../../../miniprogram/packages/staff/pages/window/refund-todo.view';
import { refundingView } from '../../../miniprogram/packages/staff/pages/window/refunding.view';
import {
  patientLine,
  windowCards,
  type WindowCard,
} from '../../../miniprogram/packages/staff/pages/window/window.view';
import { refundBarText } from '../../../miniprogram/services/refusal-texts/refund-bar-text';
import { decided, file, now, registration } from './samples';

const cardOf = (kind: WindowCard['kind']): WindowCard => {
  const found = windowCards(file, now).find((card) => card.kind === kind);
  if (!found) throw new Error('No such card');
  return found;
};

describe('a decision at the window', () => {
  test.each([
    ['ready', decided(), '可以退', '收回发票，原路退回付款的账户 ¥25.00。', '退 ¥25.00'],
    [
      'in cash',
      decided({ money: 'cash', takesInvoice: false }),
      '可以退',
      '当面退现金 ¥25.00。',
      '退 ¥25.00',
    ],
    [
      'not yet',
      decided({ missing: ['doctor-cancel', 'desk-not-done'] }),
      '还差 2 步',
      '先请开单的医生取消这一项。',
      '',
    ],
    [
      'never',
      decided({ decision: { rule: 'A5', outcome: 'refused', amountFen: ZERO_FEN, until: null } }),
      '不能退',
      '请把这条规定读给病人听；有疑问请值班主任说明。',
      '',
    ],
  ] as const)('%s: says the rule, why, and what comes next', (_title, refunding, ...expected) => {
    const [verdict, next, button] = expected;
    const view = refundingView(refunding, now);
    expect(view).toMatchObject({ verdict, button });
    expect(view.next).toContain(next);
    expect(view.reason).not.toBe('');
    expect(view.rule).toBe(`规则 ${refunding.decision.rule}：就诊当天不能在手机上退费。`);
  });

  test('that a paper will change to rule A6 says so before it is printed', () => {
    const { next } = refundingView(decided({ missing: ['print-invoice'] }), now);
    expect(next.join('')).toMatch(/补打发票.*规则 A6（凭发票退），还是退 ¥25\.00/);
  });

  test('that is refused quotes the rule and the next step', () => {
    const text = refundBarText({ ...decided(), missing: ['print-invoice'] });
    expect(text.reason).toContain('规则 A2');
    expect(text.next).toContain('补打发票');
    const until = { ...decided().decision, until: calendarDay('2026-03-12') };
    expect(refundBarText({ ...decided(), decision: until, missing: [] }).next).toContain('3月12日');
  });
});

describe('the window’s one screen', () => {
  test('puts bills first and names what can be done with each', () => {
    expect(windowCards(file, now).map(({ kind }) => kind)).toEqual(['bill', 'registration']);
    expect(cardOf('bill')).toMatchObject({ paid: '还没有付', cashButton: '收现金 ¥20.00', scannable: true });
    expect(cardOf('registration')).toMatchObject({
      paid: '微信已付 ¥25.00',
      invoice: '发票已打印，号码 ABCD1234-1，印了 1 次',
      invoiceButtons: [
        { act: 'reprint', label: '补打发票' },
        { act: 'void', label: '作废发票' },
      ],
      cashButton: '',
      scannable: false,
    });
    expect(patientLine(file.patient)).toBe('女 · 39 岁 · 门诊号 26****36');
  });

  test('asks before money moves or a paper is voided, and not before one is printed', () => {
    expect(refundQuestion(file, cardOf('registration'), '')).toMatchObject({
      title: '退 ¥25.00',
      button: '已收回发票，退 ¥25.00',
      act: { type: 'refund-registration', id: 'a1', rule: 'A2' },
    });
    expect(refundQuestion(file, cardOf('bill'), 'l1')).toBeNull();
    expect(cashQuestion(file, cardOf('bill'))).toMatchObject({
      button: '病人已确认，收 ¥20.00',
      act: { type: 'cash', kind: 'bill', id: 'b1', amountFen: fen(2000) },
    });
    expect(invoiceQuestion(file, cardOf('registration'), 'void')).toMatchObject({ title: '作废发票' });
    expect(invoiceQuestion(file, cardOf('registration'), 'reprint')).toMatchObject({
      type: 'invoice',
      act: 'reprint',
    });
  });

  test('offers a line of a bill by its own decision', () => {
    const lines = file.bills.flatMap(({ lines: all }) =>
      all.map((line) => ({
        ...line,
        refunding: decided({ decision: { ...decided().decision, rule: 'A10' } }),
      })),
    );
    const bills = file.bills.map((bill) => ({
      ...bill,
      lines,
      state: 'paid' as const,
      payment: registration.payment,
    }));
    const other = { ...file, bills };
    expect(refundQuestion(other, cardOf('bill'), 'l1')).toMatchObject({
      act: { type: 'refund-line', id: 'b1', lineId: 'l1', rule: 'A10' },
    });
  });
});

describe('a refund that waits for a person', () => {
  const stuck = {
    paymentId: 'b1',
    refundId: 'b1r1',
    kind: 'bill',
    patientId: 'p1',
    channel: 'wechat',
    amountFen: fen(2000),
    owner: '1 楼挂号窗口',
    since: now,
    tries: 6,
  } as const;

  test('says why, since when and who, and nothing of the patient', () => {
    const todo = refundTodo(stuck, now);
    expect(todo).toMatchObject({
      amount: '¥20.00',
      why: '微信试了 6 次都没退出去。',
      button: '已经退到，办结',
    });
    expect(todo.owner).toContain('由1 楼挂号窗口跟进');
    expect(refundTodo({ ...stuck, tries: 0 }, now).why).toContain('没有结果');
    expect(refundTodo({ ...stuck, channel: 'cash' }, now).button).toBe('退现金');
  });

  test('is ended only by whoever saw the money arrive, or counted it out', () => {
    expect(finishSheet(stuck).lines.join('')).toMatch(/b1r1.*已经退到.*不要办结/);
    expect(finishSheet({ ...stuck, channel: 'cash' }).button).toContain('现金已交给病人');
  });
});
