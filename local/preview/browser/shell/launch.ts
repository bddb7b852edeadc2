import type { AppBundle } from '../../shared/app-bundle';
import type { AppInstance } from '../runtime/app-instance';
import type { PhoneHost } from '../runtime/interfaces';
import { parseAddress, type PageAddress } from './routes';

/** Where the app opens: at the page after `#` of the address, else at its entry page. */
export const entryAddress = (bundle: AppBundle): PageAddress => {
  const hash = decodeURI(location.hash.slice(1));
  const { config, pages } = bundle;
  const first = config.entryPagePath ?? pages[0] ?? '';
  return hash.startsWith('/') ? parseAddress(hash) : { route: first, query: {} };
};

/** Starts the app: `onLaunch`, `onShow`, then its first page. */
export const launch = async (
  { bundle, app, host }: { bundle: AppBundle; app: AppInstance; host: PhoneHost },
  address: PageAddress,
): Promise<void> => {
  const { route: path, query } = address;
  const options = { path, query, scene: 1001, referrerInfo: {} as Record<string, never> };
  host.emit('app-show', { path, query, scene: options.scene });
  app.launch(options);
  const search = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  try {
    await host.navigation.reLaunch(`/${path}${search.length > 0 ? `?${search.join('&')}` : ''}`);
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
      const options = { path: page?.route ?? '', query: page?.options ?? {}, scene: 1001 };
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
