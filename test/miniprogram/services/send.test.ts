import { describe, expect, jest, test } from '@jest/globals';
import { clientCodeOf, createSend } from '../../../miniprogram/services/send';

type Call = (name: string, data: { procedure: string; input: unknown }) => Promise<unknown>;

interface Network {
  readonly before?: boolean;
  readonly after?: boolean;
}
const sender = (call: Call, { before = true, after = true }: Network = {}) =>
  createSend({
    call,
    wasOnline: () => before,
    isOnline: () => Promise.resolve(after),
    wait: () => Promise.resolve(),
  });
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

  test('without a network nothing was sent, and there is no second attempt', async () => {
    const call = jest.fn<Call>().mockRejectedValue({ errMsg: 'request:fail' });
    const gone = { before: false, after: false };
    await expect(sender(call, gone)('booking', 'bookSlot', input)).resolves.toMatchObject({
      error: 'OFFLINE',
    });
    expect(call).toHaveBeenCalledTimes(1);
  });

  test('where the network went under way nobody says that nothing was done, except of what changes nothing', async () => {
    const call = jest.fn<Call>().mockRejectedValue({ errMsg: 'request:fail' });
    const cut = sender(call, { after: false });
    await expect(cut('booking', 'bookSlot', input)).resolves.toMatchObject({ error: 'CUT_OFF' });
    await expect(cut('booking', 'listSlots', {})).resolves.toMatchObject({ error: 'OFFLINE' });
  });

  test('a second attempt that never left the phone says nothing of the first', async () => {
    const call = jest
      .fn<Call>()
      .mockRejectedValueOnce({ errMsg: 'cloud.callFunction:fail timed out' })
      .mockRejectedValue({ errMsg: 'request:fail errcode:-106 net::ERR_INTERNET_DISCONNECTED' });
    await expect(sender(call)('booking', 'bookSlot', input)).resolves.toMatchObject({ error: 'CUT_OFF' });
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
  const codeOf = (errMsg: string, before = true, after = true) => clientCodeOf({ errMsg }, { before, after });
  expect(codeOf('fail request:fail -106:net::ERR_INTERNET_DISCONNECTED')).toBe('OFFLINE');
  expect(codeOf('request:fail -2:net::ERR_FAILED')).toBe('CUT_OFF');
  expect(codeOf('request:fail -2:net::ERR_FAILED', false, false)).toBe('OFFLINE');
  expect(codeOf('errCode: -404012 polling exceed max timeout retry')).toBe('TIMEOUT');
  expect(codeOf('errCode: -504002 functions execute fail')).toBe('SERVICE_DOWN');
  expect(clientCodeOf('anything', { before: true, after: true })).toBe('SERVICE_DOWN');
});
