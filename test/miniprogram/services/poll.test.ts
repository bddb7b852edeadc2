import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createPoll } from '../../../miniprogram/services/poll';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('a poll runs at once, waits after each run and stops for good', async () => {
  const task = jest.fn<() => Promise<void>>().mockResolvedValue();
  const poll = createPoll(task, 1_000);
  poll.start();
  await jest.advanceTimersByTimeAsync(2_500);
  expect(task).toHaveBeenCalledTimes(3);
  poll.stop();
  await jest.advanceTimersByTimeAsync(5_000);
  expect(task).toHaveBeenCalledTimes(3);
});

test('stopping during a run leaves no timer behind, and starting twice makes one poll', async () => {
  const task = jest.fn<() => Promise<void>>().mockResolvedValue();
  const poll = createPoll(task, 1_000);
  poll.start();
  poll.start();
  poll.stop();
  await jest.advanceTimersByTimeAsync(5_000);
  expect(task).toHaveBeenCalledTimes(2);
  expect(jest.getTimerCount()).toBe(0);
});
