import type { HostEvents, PhoneHost, WxApiModule } from '../runtime/interfaces';
import { asyncApi, listeners } from './call';

function pair<K extends keyof HostEvents>(host: PhoneHost, event: K, name: string): Record<string, unknown> {
  const all = listeners<HostEvents[K]>();
  host.on(event, (payload) => all.tell(payload));
  return { [`on${name}`]: all.on, [`off${name}`]: all.off };
}

const noUpdate = {
  onCheckForUpdate: (run: (result: { hasUpdate: boolean }) => void) => {
    setTimeout(() => run({ hasUpdate: false }), 0);
  },
  onUpdateReady: () => undefined,
  onUpdateFailed: () => undefined,
  applyUpdate: () => undefined,
};

/** Moments of the app, and the update manager, which never has an update here. */
export const lifecycle: WxApiModule = (host) => {
  let launch: HostEvents['app-show'] | undefined;
  let latest: HostEvents['app-show'] | undefined;
  host.on('app-show', (shown) => {
    launch ??= shown;
    latest = shown;
  });
  const options = (shown: HostEvents['app-show'] | undefined): Record<string, unknown> => ({
    path: '',
    query: {},
    scene: 1001,
    referrerInfo: {},
    ...shown,
  });
  return {
    ...pair(host, 'app-show', 'AppShow'),
    ...pair(host, 'app-hide', 'AppHide'),
    ...pair(host, 'error', 'Error'),
    ...pair(host, 'unhandled-rejection', 'UnhandledRejection'),
    ...pair(host, 'page-not-found', 'PageNotFound'),
    ...pair(host, 'window-resize', 'WindowResize'),
    getUpdateManager: () => noUpdate,
    getLaunchOptionsSync: () => options(launch),
    getEnterOptionsSync: () => options(latest),
    exitMiniProgram: asyncApi('exitMiniProgram', () => host.relaunch()),
  };
};
