import { watchNetwork } from './services/network';
import { readReadingMode } from './services/reading-mode';

App({
  onLaunch() {
    // The environment is the one the mini program is published with; nothing is chosen here.
    wx.cloud.init({ traceUser: false });
    watchNetwork();
  },
  onShow() {
    readReadingMode();
  },
});
