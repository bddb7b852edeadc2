import { watchNetwork } from './services/network';
import { readReadingMode } from './services/reading-mode';
import { stayWithPatient } from './services/stay-with-patient';

App({
  onLaunch() {
    // The environment is the one the mini program is published with; nothing is chosen here.
    wx.cloud.init({ traceUser: false });
    watchNetwork();
  },
  onShow() {
    readReadingMode();
    stayWithPatient.start();
  },
  onHide() {
    stayWithPatient.stop();
  },
});
