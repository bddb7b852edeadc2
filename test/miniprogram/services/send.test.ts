import { describe, expect, jest, test } from '@jest/globals';
import { clientCodeOf, createSend } from '../../../miniprogram/services/send';

type Call = (name: string, data: { procedure: string; input: unknown }) => Promise<unknown>;

const sender = (call: Call, online = true) =>
  createSend({ call, isOnline: () => Promise.resolve(online), wait: () => Promise.resolve() });
const input = { requestId: 'one-intent-0000000', appointmentId: 'a1' };

describe('calling a procedure', () => {
  test('the function gets the procedure and its input, the page gets the answer', async () => {
    const call = jest.fn<Call>().mockResolvedValue({ ok: true, value: 1 });
    await expect(sender(call)('booking', 'bookSlot', input)).resolves.toEqual({ ok: true, value: 1 });
    expect(call.mock.calls).toEqual([['booking', { procedure: 'bookSlot', input }]]);
  });

  test('a lost answer is asked for once more with the very same contents', async () => {
    const call = jest
      .fn<Call>()
      .mockRejectedValueOnce({ errMsg: 'cloud.callFunction:fail timed out' })
      .mockResolvedValue({ ok: true });
    await expect(sender(call)('booking', 'bookSlot', input)).resolves.toEqual({ ok: true });
    expect(call).toHaveBeenCalledTimes(2);
    expect(call.mock.calls[0]).toEqual(call.mock.calls[1]);
  });

  test('a service that stays away is reported after the second attempt', async () => {
    const call = jest.fn<Call>().mockRejectedValue({ errMsg: 'cloud.callFunction:fail -504002' });
    await expect(sender(call)('booking', 'bookSlot', input)).resolves.toEqual({
      ok: false,
      error: 'SERVICE_DOWN',
      detail: null,
    });
    expect(call).toHaveBeenCalledTimes(2);
  });

  test('without a network there is no second attempt', async () => {
    const call = jest.fn<Call>().mockRejectedValue({ errMsg: 'request:fail' });
    await expect(sender(call, false)('booking', 'bookSlot', input)).resolves.toMatchObject({
      error: 'OFFLINE',
    });
    expect(call).toHaveBeenCalledTimes(1);
  });

  test('a busy server is asked again twice, then its refusal stands', async () => {
    const call = jest.fn<Call>().mockResolvedValue({ ok: false, error: 'BUSY', detail: null });
    await expect(sender(call)('booking', 'bookSlot', input)).resolves.toMatchObject({ error: 'BUSY' });
    expect(call).toHaveBeenCalledTimes(3);
  });

  test('other refusals are answers and are not repeated', async () => {
    const call = jest.fn<Call>().mockResolvedValue({ ok: false, error: 'SLOT_FULL', detail: {} });
    await sender(call)('booking', 'bookSlot', input);
    expect(call).toHaveBeenCalledTimes(1);
  });

  test('what is no answer at all counts as the service being down', async () => {
    const call = jest.fn<Call>().mockResolvedValue(undefined);
    await expect(sender(call)('booking', 'bookSlot', input)).resolves.toMatchObject({
      error: 'SERVICE_DOWN',
    });
  });

  test('a call that never ends is given up', async () => {
    jest.useFakeTimers();
    const call = jest.fn<Call>().mockReturnValue(new Promise(() => undefined));
    const answer = sender(call)('booking', 'bookSlot', input);
    await jest.advanceTimersByTimeAsync(12_000);
    await jest.advanceTimersByTimeAsync(12_000);
    await expect(answer).resolves.toMatchObject({ error: 'TIMEOUT' });
    jest.useRealTimers();
  });
});

test('what WeChat says of a failed call is told apart', () => {
  expect(clientCodeOf({ errMsg: 'fail request:fail -106:net::ERR_INTERNET_DISCONNECTED' }, true)).toBe(
    'OFFLINE',
  );
  expect(clientCodeOf({ errMsg: 'errCode: -404012 polling exceed max timeout retry' }, true)).toBe('TIMEOUT');
  expect(clientCodeOf({ errMsg: 'errCode: -504002 functions execute fail' }, true)).toBe('SERVICE_DOWN');
  expect(clientCodeOf('anything', true)).toBe('SERVICE_DOWN');
});
