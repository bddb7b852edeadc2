import type { WxApiModule } from '../runtime/interfaces';
import { asyncApi } from './call';

interface TabOptions {
  index: number;
  text?: string;
  iconPath?: string;
  selectedIconPath?: string;
}

/** Navigation bar, tab bar, pull-down and scrolling of the current page. */
export const bars: WxApiModule = (host) => ({
  setNavigationBarTitle: asyncApi<{ title: string }>('setNavigationBarTitle', ({ title }) =>
    host.navigationBar.setTitle(title),
  ),
  setNavigationBarColor: asyncApi<{ frontColor: string; backgroundColor: string }>(
    'setNavigationBarColor',
    ({ frontColor, backgroundColor }) => host.navigationBar.setColor(frontColor, backgroundColor),
  ),
  showNavigationBarLoading: asyncApi('showNavigationBarLoading', () => host.navigationBar.setLoading(true)),
  hideNavigationBarLoading: asyncApi('hideNavigationBarLoading', () => host.navigationBar.setLoading(false)),
  setTabBarBadge: asyncApi<TabOptions>('setTabBarBadge', ({ index, text }) =>
    host.tabBar.setBadge(index, text ?? ''),
  ),
  removeTabBarBadge: asyncApi<TabOptions>('removeTabBarBadge', ({ index }) => host.tabBar.removeBadge(index)),
  showTabBarRedDot: asyncApi<TabOptions>('showTabBarRedDot', ({ index }) =>
    host.tabBar.setRedDot(index, true),
  ),
  hideTabBarRedDot: asyncApi<TabOptions>('hideTabBarRedDot', ({ index }) =>
    host.tabBar.setRedDot(index, false),
  ),
  setTabBarItem: asyncApi<TabOptions>('setTabBarItem', ({ index, ...item }) =>
    host.tabBar.setItem(index, item),
  ),
  showTabBar: asyncApi('showTabBar', () => host.tabBar.setVisible(true)),
  hideTabBar: asyncApi('hideTabBar', () => host.tabBar.setVisible(false)),
  startPullDownRefresh: asyncApi('startPullDownRefresh', () => host.pullDown.start()),
  stopPullDownRefresh: asyncApi('stopPullDownRefresh', () => host.pullDown.stop()),
  pageScrollTo: asyncApi<{ scrollTop?: number; duration?: number; selector?: string; offsetTop?: number }>(
    'pageScrollTo',
    ({ scrollTop, duration = 300, selector, offsetTop = 0 }) => {
      const viewport = host.nodes.viewport();
      const target = selector === undefined ? null : host.nodes.select(undefined, selector);
      const top =
        target === null
          ? (scrollTop ?? 0)
          : target.element.getBoundingClientRect().top -
            viewport.getBoundingClientRect().top +
            viewport.scrollTop +
            offsetTop;
      host.scrollPage(top, duration);
    },
  ),
});
