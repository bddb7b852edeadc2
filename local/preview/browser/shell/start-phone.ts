import type { AppBundle } from '../../shared/app-bundle';
import { installVirtualClock } from '../runtime/virtual-clock';
import { Phone } from './phone-app';
import { listenToServer, readClockOffset } from './server-events';
import { showFailure } from './trouble-view';

interface BundleWindow {
  __miniProgram?: AppBundle;
  __miniProgramProblems?: string[];
}

/** Sets the clock, loads the mini program and starts it; `script` is the address of its bundle. */
export const startPhone = async (parameters: URLSearchParams, script: string): Promise<void> => {
  const [offset] = await Promise.all([readClockOffset(), loadScript(script)]);
  const setOffset = installVirtualClock(offset);
  listenToServer((event) => {
    if (event.type === 'reload') location.reload();
    if (event.type === 'clock') setOffset(event.offset);
  });
  const { __miniProgram: bundle, __miniProgramProblems: problems } = window as BundleWindow;
  if (bundle) {
    try {
      await new Phone(bundle, parameters).start();
    } catch (error) {
      showFailure('小程序没能打开', [
        error instanceof Error ? (error.stack ?? error.message) : String(error),
      ]);
    }
  } else showFailure('小程序没能编译', problems ?? ['没有收到小程序的脚本']);
};

const loadScript = (address: string): Promise<void> =>
  new Promise((resolve) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => resolve());
    document.head.append(script);
  });
