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
    poll.enter(one);
    poll.enter(other);
    await jest.advanceTimersByTimeAsync(1000);
    poll.leave(one);
    await jest.advanceTimersByTimeAsync(2000);
    expect(one.look).toHaveBeenCalledTimes(2);
    expect(other.look).toHaveBeenCalledTimes(4);
    expect([poll.isShown(one), poll.isShown(other)]).toEqual([false, true]);
    poll.leave(other);
  });

  test('a page shown twice still looks once at a time', async () => {
    const poll = createVisiblePoll(1000);
    const one = page();
    poll.enter(one);
    poll.enter(one);
    await jest.advanceTimersByTimeAsync(1000);
    expect(one.look).toHaveBeenCalledTimes(3);
    poll.leave(one);
  });
});
