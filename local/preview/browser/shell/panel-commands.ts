import type { PhoneHost, PhoneIdentity, PhoneSettings } from '../runtime/interfaces';

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
  panel.on('navigate', (payload) => {
    location.hash = `#${(payload as { url: string }).url}`;
  });
};
