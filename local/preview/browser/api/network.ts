import type { PhoneHost, WxApiModule } from '../runtime/interfaces';
import { asyncApi, listeners } from './call';

/** Whether the phone has a network: the panel's switch, and the browser's own. */
export const isOnline = (host: PhoneHost): boolean => !host.settings.get().offline;

interface NetworkChange {
  isConnected: boolean;
  networkType: string;
}

/** The network as the phone sees it. */
export const network: WxApiModule = (host) => {
  const changes = listeners<NetworkChange>();
  let connected = isOnline(host);
  host.on('settings-change', () => {
    if (isOnline(host) === connected) return;
    connected = !connected;
    changes.tell({ isConnected: connected, networkType: connected ? 'wifi' : 'none' });
  });
  return {
    getNetworkType: asyncApi('getNetworkType', () => ({
      networkType: isOnline(host) ? 'wifi' : 'none',
      isConnected: isOnline(host),
    })),
    onNetworkStatusChange: changes.on,
    offNetworkStatusChange: changes.off,
  };
};
