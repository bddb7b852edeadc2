import { online } from './network';
import { readingMode, type ReadingMode } from './reading-mode';

/** What `yl-page` needs to draw the root of a page. */
export interface Shell extends ReadingMode {
  readonly offline: boolean;
}

export interface ShellData {
  shell: Shell;
}

export const currentShell = (): Shell => ({ ...readingMode.get(), offline: !online.get() });

type AnyPage = WechatMiniprogram.Page.TrivialInstance;

function selectTab(page: AnyPage, selected: number): void {
  page.getTabBar().setData({ selected });
}

/**
 * `Page()`, with `data.shell` kept up to date while the page lives: `<yl-page shell="{{shell}}">`.
 * `tab` is the place of a tab page in the tab bar, from 0.
 */
export function definePage<
  Data extends WechatMiniprogram.Page.DataOption,
  Custom extends WechatMiniprogram.Page.CustomOption,
>(options: WechatMiniprogram.Page.Options<Data & ShellData, Custom> & { tab?: number }): void {
  const own = options as WechatMiniprogram.Page.Options<ShellData, Record<string, unknown>> & {
    tab?: number;
  };
  const { onLoad, onShow, onUnload, tab } = own;
  const stops = new WeakMap<object, () => void>();
  Page({
    ...own,
    data: { ...(own.data ?? {}), shell: currentShell() },
    onLoad(query) {
      const update = (): void => this.setData({ shell: currentShell() });
      const stopReading = readingMode.watch(update);
      const stopNetwork = online.watch(update);
      stops.set(this, () => {
        stopReading();
        stopNetwork();
      });
      update();
      return onLoad?.call(this, query);
    },
    onShow() {
      if (tab !== undefined) selectTab(this as unknown as AnyPage, tab);
      return onShow?.call(this);
    },
    onUnload() {
      stops.get(this)?.();
      return onUnload?.call(this);
    },
  });
}
