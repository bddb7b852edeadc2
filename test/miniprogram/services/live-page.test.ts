import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { definePage } from '../../../miniprogram/services/page';
import { createVisiblePoll, type VisiblePoll } from '../../../miniprogram/services/visible-poll';

interface LivePage {
  onShow(): void;
  onHide(): void;
  onUnload(): void;
  look(): Promise<void>;
}

interface PulledPage {
  onPullDownRefresh(): Promise<void>;
}

/** Registers a page as WeChat would and returns what reached `Page()`. */
function register<Reached>(options: Parameters<typeof definePage>[0]): Reached {
  const reached = jest.fn<(options: unknown) => void>();
  Object.assign(globalThis, { Page: reached });
  definePage(options);
  return reached.mock.calls[0]?.[0] as Reached;
}

describe('a page that looks again by itself', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const look = jest.fn<() => Promise<void>>().mockResolvedValue();

  const opened = (poll: VisiblePoll) => {
    look.mockClear();
    return register<LivePage>({ data: {}, poll, look });
  };

  test('does so from when it is shown until it is hidden, and again when it comes back', async () => {
    const page = opened(createVisiblePoll(3_000));
    page.onShow();
    await jest.advanceTimersByTimeAsync(3_500);
    expect(look).toHaveBeenCalledTimes(2);
    page.onHide();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(look).toHaveBeenCalledTimes(2);
    page.onShow();
    await jest.advanceTimersByTimeAsync(0);
    expect(look).toHaveBeenCalledTimes(3);
    page.onUnload();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(look).toHaveBeenCalledTimes(3);
  });

  test('waits until it is told, and is not heard once it is out of sight', async () => {
    const poll = createVisiblePoll(3_000, 'when-told');
    const page = opened(poll);
    page.onShow();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(look).not.toHaveBeenCalled();
    page.onHide();
    // An answer that was waited for comes when the page is hidden.
    poll.show(page);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(look).not.toHaveBeenCalled();
    page.onShow();
    poll.show(page);
    await jest.advanceTimersByTimeAsync(0);
    expect(look).toHaveBeenCalledTimes(1);
    page.onUnload();
  });
});

test('a page that is pulled down asks again, and is let go also when that fails', async () => {
  const stopPullDownRefresh = jest.fn();
  Object.assign(globalThis, { wx: { stopPullDownRefresh } });
  const refresh = jest
    .fn<() => Promise<void>>()
    .mockResolvedValueOnce()
    .mockRejectedValueOnce(new Error('x'));
  const page = register<PulledPage>({ data: {}, refresh });
  await page.onPullDownRefresh();
  await expect(page.onPullDownRefresh()).rejects.toThrow('x');
  expect(refresh).toHaveBeenCalledTimes(2);
  expect(stopPullDownRefresh).toHaveBeenCalledTimes(2);
});
