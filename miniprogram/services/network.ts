import { createStore } from './store';

/** Whether the phone says that it has a network. */
export const online = createStore(true);

/** Asks the phone anew; where it cannot say, it counts as online. */
export const checkNetwork = (): Promise<boolean> =>
  new Promise((resolve) => {
    const found = (isOnline: boolean): void => {
      online.set(isOnline);
      resolve(isOnline);
    };
    wx.getNetworkType({
      success: ({ networkType }) => found(networkType !== 'none'),
      fail: () => found(true),
    });
  });

/** Called once, at launch. */
export function watchNetwork(): void {
  void checkNetwork();
  wx.onNetworkStatusChange(({ isConnected }) => online.set(isConnected));
}
