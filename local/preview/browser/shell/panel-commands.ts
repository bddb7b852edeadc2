import { pathOfCode } from '../api/program-code';
import type { PhoneHost, PhoneIdentity, PhoneSettings } from '../runtime/interfaces';
import { launchAgain } from './launch';

/** WeChat, scene values: the app was opened by scanning a mini program code. */
const scannedCode = 1047;

/** WeChat's own scanner: opens the page of a mini program code, wherever the app stands. */
const openScanned = async (host: PhoneHost, text: string): Promise<void> => {
  const path = await pathOfCode(host, text);
  host.panel.send('scan-opened', { path });
  if (path !== undefined) launchAgain(host, `/${path}`, scannedCode);
};

/** Does what the panel tells this phone; see `shared/messages.ts`. */
export const obeyPanel = (host: PhoneHost): void => {
  const { panel, identity, settings, storage, state } = host;
  panel.on('identity', (payload) => {
    identity.change((payload as PhoneIdentity | null) ?? undefined);
    host.relaunch();
  });
  panel.on('settings', (payload) => settings.change(payload as Partial<PhoneSettings>));
  panel.on('erase', () => {
    storage.clear();
    state.clear();
    host.relaunch();
  });
  panel.on('relaunch', () => host.relaunch());
  panel.on('scan-open', (payload) => void openScanned(host, (payload as { text: string }).text));
  panel.on('navigate', (payload) => {
    const { url, scene } = payload as { url: string; scene?: number };
    if (scene === undefined) location.hash = `#${url}`;
    else launchAgain(host, url, scene);
  });
};
