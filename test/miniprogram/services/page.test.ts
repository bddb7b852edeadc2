import { describe, expect, jest, test } from '@jest/globals';
import { setImmediate as settled } from 'node:timers/promises';
import { runOnce } from '../../../miniprogram/services/busy-page';
import { failedState, LOADING, READY } from '../../../miniprogram/services/load-state';
import { online } from '../../../miniprogram/services/network';
import { definePage, type ShellData } from '../../../miniprogram/services/page';

interface Registered {
  data: ShellData & { title: string };
  onLoad(query: object): void;
  onShow(): void;
  onUnload(): void;
}

/** Registers a page as WeChat would and returns what reached `Page()`, bound to a fake instance. */
function open(onLoad: () => void) {
  const register = jest.fn<(options: Registered) => void>();
  Object.assign(globalThis, { Page: register });
  definePage({ tab: 2, data: { title: 'x' }, onLoad });
  const options = register.mock.calls[0]?.[0] as Registered;
  const tabBar = { setData: jest.fn() };
  const setData = jest.fn<(data: ShellData) => void>();
  return { page: { ...options, setData, getTabBar: () => tabBar }, setData, tabBar };
}

test('a page is told when the network goes, and no more once it is closed', () => {
  const onLoad = jest.fn();
  const { page, setData, tabBar } = open(onLoad);
  page.onLoad({});
  page.onShow();
  expect(onLoad).toHaveBeenCalledTimes(1);
  expect(tabBar.setData).toHaveBeenCalledWith({ selected: 2 });
  expect(page.data.shell.offline).toBe(false);

  online.set(false);
  expect(setData.mock.lastCall?.[0].shell.offline).toBe(true);

  page.onUnload();
  online.set(true);
  expect(setData.mock.lastCall?.[0].shell.offline).toBe(true);
});

interface Sheet {
  readonly busy: boolean;
  readonly refusal: { readonly title: string } | null;
}

/** A page with a button, as WeChat keeps it: what is set is its data. */
function openForm() {
  const register = jest.fn<(options: Record<string, unknown>) => void>();
  Object.assign(globalThis, { Page: register });
  const looked = jest.fn();
  definePage({
    data: { load: LOADING, busy: false, refusal: null },
    onAction: looked,
    onRefusalClose: jest.fn(),
  });
  const options = register.mock.calls[0]?.[0] as unknown as Registered & {
    data: Sheet;
    onAction(event: object): void;
    onRefusalClose(): void;
  };
  const page = {
    ...options,
    data: { ...options.data },
    setData: (part: object) => void Object.assign(page.data, part),
  };
  return { page, looked };
}

describe('a command whose answer was lost', () => {
  const tap = (kind: string) => ({ detail: { kind } });
  const lost = { ok: false, error: 'CUT_OFF', detail: null } as const;
  const done = { ok: true, value: 7 } as const;
  type Command = () => Promise<typeof lost | typeof done>;

  test('is sent again by the sheet’s button, and the page goes on as if nothing had been', async () => {
    const { page, looked } = openForm();
    const command = jest.fn<Command>().mockResolvedValueOnce(lost).mockResolvedValue(done);
    const answer = runOnce(page, command);
    await settled();
    expect(page.data).toMatchObject({ busy: false, refusal: { title: '网络刚刚断了' } });
    page.onAction(tap('retry'));
    await expect(answer).resolves.toEqual(done);
    expect(page.data.refusal).toBeNull();
    expect(command).toHaveBeenCalledTimes(2);
    expect(looked).not.toHaveBeenCalled();
    page.onAction(tap('retry'));
    expect(looked).toHaveBeenCalledTimes(1);
  });

  test('is let be where the sheet is closed', async () => {
    const { page } = openForm();
    const command = jest.fn<Command>().mockResolvedValue(lost);
    const answer = runOnce(page, command);
    await settled();
    page.onRefusalClose();
    await expect(answer).resolves.toBeNull();
    expect(command).toHaveBeenCalledTimes(1);
  });

  test('is not what a refusal is: its button does what the page says', async () => {
    const { page, looked } = openForm();
    const refused = { ok: false, error: 'CONSENT_OUTDATED', detail: null } as const;
    await expect(runOnce(page, () => Promise.resolve(refused))).resolves.toBeNull();
    page.onAction(tap('retry'));
    expect(looked).toHaveBeenCalledTimes(1);
  });
});

test('a page in sight that waits for the network looks again when it is back', () => {
  const { page, looked } = openForm();
  Object.assign(globalThis, { getCurrentPages: () => [page] });
  page.onLoad({});
  page.setData({ load: failedState({ ok: false, error: 'OFFLINE', detail: null }) });
  online.set(false);
  online.set(true);
  expect(looked).toHaveBeenCalledTimes(1);
  page.setData({ load: READY });
  online.set(false);
  online.set(true);
  expect(looked).toHaveBeenCalledTimes(1);
  page.onUnload();
});
