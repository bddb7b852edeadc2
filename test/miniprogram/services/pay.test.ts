import '../procedure-table';
import { describe, expect, jest, test } from '@jest/globals';
import { fen } from '@core/domain/money';
import { payOrder, unfinishedNote } from '../../../miniprogram/services/billing/pay-bill-order';
import { awaitConfirmation, outcomeOf } from '../../../miniprogram/services/pay';

type Ask = () => Promise<'waiting' | 'confirming' | 'paid' | 'closed' | null>;

function ports(ask: Ask, wanted = () => true) {
  const waits: number[] = [];
  const wait = (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    return Promise.resolve();
  };
  return { waits, ports: { ask, wait, isWanted: wanted } };
}

test('no sheet is opened for another sum than the payer has read', async () => {
  const payment = { timeStamp: '', nonceStr: '', package: '', signType: 'RSA', paySign: '' } as const;
  const order = { paymentId: 'b1n2', payment, amountFen: fen(3750), expiresAt: 0 };
  await expect(payOrder(order, { subject: 'b1', amountFen: fen(5750) })).resolves.toBe('changed');
  expect(unfinishedNote('changed')).toMatch(/金额刚刚变了，还没有付款/);
});

describe('after the payment sheet', () => {
  test('it is asked ever more slowly until the server knows', async () => {
    const ask = jest.fn<Ask>().mockResolvedValueOnce('confirming').mockResolvedValueOnce(null);
    ask.mockResolvedValue('paid');
    const { waits, ports: given } = ports(ask);
    await expect(awaitConfirmation(given)).resolves.toBe('paid');
    expect(ask).toHaveBeenCalledTimes(3);
    expect(waits).toEqual([800, 1280]);
  });

  test('a closed order ends the waiting', async () => {
    await expect(awaitConfirmation(ports(() => Promise.resolve('closed')).ports)).resolves.toBe('closed');
  });

  test('a page that went away asks no more', async () => {
    const ask = jest.fn<Ask>().mockResolvedValue('confirming');
    await expect(awaitConfirmation(ports(ask, () => false).ports)).resolves.toBe('confirming');
    expect(ask).not.toHaveBeenCalled();
  });

  test('after a minute the page is free again', async () => {
    const { waits, ports: given } = ports(() => Promise.resolve('confirming'));
    await expect(awaitConfirmation(given)).resolves.toBe('confirming');
    expect(Math.max(...waits)).toBe(5_000);
    expect(waits.length).toBeLessThan(20);
  });
});

test("WeChat's word on a payment is read", () => {
  expect(outcomeOf('requestPayment:ok')).toBe('done');
  expect(outcomeOf('requestPayment:fail cancel')).toBe('cancelled');
  expect(outcomeOf('requestPayment:fail (6) 系统错误')).toBe('failed');
});
