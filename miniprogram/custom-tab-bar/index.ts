import { me } from '../services/me-store';
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

/** Only for doctors, and only the server says who is one. */
const clinicTab: Tab = {
  text: '看诊',
  url: '/pages/clinic/index',
  icon: 'records-o',
  chosenIcon: 'records',
};

const tabsNow = (): readonly Tab[] =>
  me.get()?.roles.some(({ role }) => role === 'doctor') === true ? [...tabs, clinicTab] : tabs;

const stops = new WeakMap<object, () => void>();

/** The patient's tabs, and the doctor's. Each tab page has its own instance and tells it which one is `selected`. */
Component({
  data: { tabs: tabsNow(), selected: 0, mode: readingMode.get() },
  lifetimes: {
    attached() {
      this.setData({ mode: readingMode.get(), tabs: tabsNow() });
      const stopMode = readingMode.watch((mode) => this.setData({ mode }));
      const stopMe = me.watch(() => {
        const next = tabsNow();
        if (next.length !== this.data.tabs.length) this.setData({ tabs: next });
      });
      stops.set(this, () => {
        stopMode();
        stopMe();
      });
    },
    detached() {
      stops.get(this)?.();
    },
  },
  methods: {
    onTap(event: WechatMiniprogram.TouchEvent) {
      const tab = this.data.tabs[Number(event.currentTarget.dataset['index'])];
      if (tab !== undefined) void wx.switchTab({ url: tab.url });
    },
  },
});
