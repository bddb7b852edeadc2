import { createStore } from './store';

/** Whether the phone says that it has a network. */
export const online = createStore(true);

/** Called once, at launch. */
export function watchNetwork(): void {
  wx.getNetworkType({ success: ({ networkType }) => online.set(networkType !== 'none') });
  wx.onNetworkStatusChange(({ isConnected }) => online.set(isConnected));
}
