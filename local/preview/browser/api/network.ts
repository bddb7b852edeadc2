import type { HostEvents, PhoneHost, WxApiModule } from '../runtime/interfaces';
import { asyncApi, listeners } from './call';

/** Whether the phone has a network: the panel's switch, and the browser's own. */
export const isOnline = (host: PhoneHost): boolean => !host.settings.get().offline;

/** The network as the phone sees it. */
export const network: WxApiModule = (host) => {
  const changes = listeners<HostEvents['network-change']>();
  host.on('network-change', (change) => changes.tell(change));
  return {
    getNetworkType: asyncApi('getNetworkType', () => ({
      networkType: isOnline(host) ? 'wifi' : 'none',
      isConnected: isOnline(host),
    })),
    onNetworkStatusChange: changes.on,
    offNetworkStatusChange: changes.off,
  };
};
