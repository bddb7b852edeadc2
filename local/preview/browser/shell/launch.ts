import type { AppBundle } from '../../shared/app-bundle';
import type { AppInstance } from '../runtime/app-instance';
import type { PhoneHost } from '../runtime/interfaces';
import { formatAddress, parseAddress, type PageAddress } from './routes';

/** What the history entry keeps of a page: browsers rewrite the characters of a visible address. */
interface HistoryState {
  address: string;
}

/** Makes the visible page the one that a reload comes back to. */
export const rememberAddress = (address: string): void => {
  const state: HistoryState = { address };
  history.replaceState(state, '', `${location.pathname}${location.search}#${address}`);
};

const sceneKey = 'launch-scene';
/** WeChat, scene values: opened from the list of mini programs. */
const usualScene = 1001;

/** Opens the app anew at a page; `scene` is told to its `onLaunch`. */
export const launchAgain = (host: PhoneHost, address: string, scene: number): void => {
  host.state.set(sceneKey, String(scene));
  rememberAddress(address);
  location.reload();
};

/** How the app was opened this once. */
const takeScene = ({ state }: PhoneHost): number => {
  const scene = Number(state.get(sceneKey) ?? usualScene);
  state.remove(sceneKey);
  return scene;
};

/** Where the app opens: the page a reload left, the page after `#`, or its entry page. */
export const entryAddress = (bundle: AppBundle): PageAddress => {
  const kept = (history.state as HistoryState | null)?.address;
  const wanted = kept ?? location.hash.slice(1);
  const { config, pages } = bundle;
  const first = config.entryPagePath ?? pages[0] ?? '';
  return wanted.startsWith('/') ? parseAddress(wanted) : { route: first, query: {} };
};

/** Starts the app: `onLaunch`, `onShow`, then its first page. */
export const launch = async (
  { bundle, app, host }: { bundle: AppBundle; app: AppInstance; host: PhoneHost },
  address: PageAddress,
): Promise<void> => {
  const { route: path, query } = address;
  const options = { path, query, scene: takeScene(host), referrerInfo: {} as Record<string, never> };
  host.emit('app-show', { path, query, scene: options.scene });
  app.launch(options);
  try {
    await host.navigation.reLaunch(formatAddress(address));
  } catch (error) {
    const [home = ''] = bundle.pages;
    if (path === home) throw error;
    app.call('onPageNotFound', { path, query, isEntryPage: true });
    if (host.navigation.currentPages().length === 0) await host.navigation.reLaunch(`/${home}`);
  }
};

/** The app goes to the background when the person looks away, and comes back. */
export const watchVisibility = (app: AppInstance, host: PhoneHost): void => {
  let visible = true;
  const change = (next: boolean): void => {
    if (next === visible) return;
    visible = next;
    const page = host.navigation.currentPages().at(-1);
    const lifetime = (name: string): void => {
      const method = page?.[name];
      if (typeof method === 'function') method.call(page);
    };
    if (next) {
      const options = { path: page?.route ?? '', query: page?.options ?? {}, scene: usualScene };
      host.emit('app-show', options);
      app.call('onShow', { ...options, referrerInfo: {} });
      lifetime('onShow');
    } else {
      lifetime('onHide');
      host.emit('app-hide', { reason: 0 });
      app.call('onHide');
    }
  };
  host.panel.on('hide', () => change(false));
  host.panel.on('show', () => change(true));
};
