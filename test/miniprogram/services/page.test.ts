import { expect, jest, test } from '@jest/globals';
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
