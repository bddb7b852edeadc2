import type { PhoneHost, WxApiModule } from '../runtime/interfaces';
import { asyncApi } from './call';

/** The base library whose behaviour is rebuilt here; pages compare it to know what they may call. */
const baseLibrary = '3.8.0';

const deviceInfo = {
  abi: 'arm64',
  benchmarkLevel: -1,
  brand: 'preview',
  model: 'browser preview',
  system: 'iOS 17.0',
  platform: 'ios',
  memorySize: '4096',
};

const appBaseInfo = (host: PhoneHost): Record<string, unknown> => ({
  SDKVersion: baseLibrary,
  enableDebug: false,
  host: { appId: 'preview' },
  language: 'zh_CN',
  version: '8.0.50',
  theme: 'light',
  fontSizeSetting: host.settings.get().fontSizeSetting,
  fontSizeScaleFactor: host.settings.get().fontSizeScaleFactor,
});

function windowInfo(host: PhoneHost): Record<string, unknown> {
  const metrics = host.metrics();
  return { ...metrics, screenTop: metrics.screenHeight - metrics.windowHeight };
}

const systemSetting = (): Record<string, unknown> => ({
  bluetoothEnabled: false,
  locationEnabled: false,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
});

const everything = (host: PhoneHost): Record<string, unknown> => ({
  ...deviceInfo,
  ...appBaseInfo(host),
  ...windowInfo(host),
  ...systemSetting(),
});

/** What the phone and its WeChat say about themselves. */
export const systemInfo: WxApiModule = (host) => ({
  getSystemInfoSync: () => everything(host),
  getSystemInfo: asyncApi('getSystemInfo', () => everything(host)),
  getSystemInfoAsync: asyncApi('getSystemInfoAsync', () => everything(host)),
  getWindowInfo: () => windowInfo(host),
  getDeviceInfo: () => ({ ...deviceInfo }),
  getAppBaseInfo: () => appBaseInfo(host),
  getSystemSetting: systemSetting,
  getAppAuthorizeSetting: () => ({ notificationAuthorized: 'authorized', cameraAuthorized: 'authorized' }),
  getMenuButtonBoundingClientRect: () => {
    const { left, top, right, bottom, width, height } = host.navigationBar.capsule();
    return { left, top, right, bottom, width, height };
  },
  getAccountInfoSync: () => ({
    miniProgram: { appId: 'preview', envVersion: 'develop', version: '' },
  }),
});
