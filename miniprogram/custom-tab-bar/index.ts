import { readingMode } from '../services/reading-mode';

interface Tab {
  readonly text: string;
  readonly url: string;
  readonly icon: string;
  readonly chosenIcon: string;
}

const tabs: readonly Tab[] = [
  { text: '首页', url: '/pages/home/index', icon: 'wap-home-o', chosenIcon: 'wap-home' },
  { text: '挂号', url: '/pages/departments/index', icon: 'add-o', chosenIcon: 'add' },
  { text: '就诊', url: '/pages/visits/index', icon: 'bookmark-o', chosenIcon: 'bookmark' },
  { text: '我的', url: '/pages/me/index', icon: 'user-o', chosenIcon: 'user-circle-o' },
];

const stops = new WeakMap<object, () => void>();

/** The patient's tabs. Each tab page has its own instance and tells it which one is `selected`. */
Component({
  data: { tabs, selected: 0, mode: readingMode.get() },
  lifetimes: {
    attached() {
      this.setData({ mode: readingMode.get() });
      stops.set(
        this,
        readingMode.watch((mode) => this.setData({ mode })),
      );
    },
    detached() {
      stops.get(this)?.();
    },
  },
  methods: {
    onTap(event: WechatMiniprogram.TouchEvent) {
      const tab = tabs[Number(event.currentTarget.dataset['index'])];
      if (tab !== undefined) void wx.switchTab({ url: tab.url });
    },
  },
});
