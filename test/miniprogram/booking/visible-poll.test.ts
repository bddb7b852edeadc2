import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createVisiblePoll } from '../../../miniprogram/services/visible-poll';

const page = () => ({ look: jest.fn(() => Promise.resolve()) });

describe('looking again while a page is in sight', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('each page looks at once, then again, and stops when hidden', async () => {
    const poll = createVisiblePoll(1000);
    const [one, other] = [page(), page()];
    poll.show(one);
    poll.show(other);
    await jest.advanceTimersByTimeAsync(1000);
    poll.hide(one);
    await jest.advanceTimersByTimeAsync(2000);
    expect(one.look).toHaveBeenCalledTimes(2);
    expect(other.look).toHaveBeenCalledTimes(4);
    expect([poll.isShown(one), poll.isShown(other)]).toEqual([false, true]);
    poll.hide(other);
  });

  test('a page shown twice still looks once at a time', async () => {
    const poll = createVisiblePoll(1000);
    const one = page();
    poll.show(one);
    poll.show(one);
    await jest.advanceTimersByTimeAsync(1000);
    expect(one.look).toHaveBeenCalledTimes(3);
    poll.hide(one);
  });
});
