import type { AppBundle } from '../../shared/app-bundle';
import { EventHub } from '../runtime/event-hub';
import type { HostEvents, NodeSearch, PhoneHost } from '../runtime/interfaces';
import { createIdentity } from './identity';
import { capsule, safeBottom, statusBarHeight } from './metrics';
import type { PageStack } from './page-stack';
import { createPanelLink } from './panel-link';
import { parseAddress } from './routes';
import { createSettings } from './settings';
import { phoneStores } from './stores';
import type { TabBarView } from './tab-bar';

/** Parts of the phone that exist only once the host does; they are asked when they are needed. */
export interface HostParts {
  bundle: AppBundle;
  phoneId: string;
  connected: boolean;
  fast: boolean;
  overlay: HTMLElement;
  stack: () => PageStack;
  tabBar: () => TabBarView | undefined;
  nodes: () => NodeSearch;
}

/** Where the files of the mini program are served. */
const filesAt = '/preview/app/files/';

/** Assembles what built-in components and `wx.*` get to see of the phone. */
export const createHost = (parts: HostParts): PhoneHost => {
  const { phoneId } = parts;
  const { storage, state } = phoneStores(phoneId);
  const hub = new EventHub<HostEvents>();
  const panel = createPanelLink(phoneId, parts.connected);
  const top = () => parts.stack().top;
  return {
    phoneId,
    appConfig: parts.bundle.config,
    fast: parts.fast,
    storage,
    state,
    panel,
    on: hub.on.bind(hub),
    emit: hub.emit.bind(hub),
    settings: createSettings(state, (settings) => hub.emit('settings-change', settings)),
    identity: createIdentity(phoneId, state, (identity) => {
      hub.emit('identity-change', identity);
      panel.send('identity', identity ?? null);
    }),
    get navigation() {
      return parts.stack();
    },
    get nodes() {
      return parts.nodes();
    },
    navigationBar: {
      setTitle: (title) => top()?.bar.setTitle(title),
      setColor: (front, background) => {
        top()?.bar.setColor(/^#(fff){1,2}$/i.test(front) ? 'white' : 'black', background);
      },
      setLoading: (loading) => top()?.bar.setLoading(loading),
      capsule: capsuleBox,
    },
    tabBar: tabBarOf(parts.tabBar),
    pullDown: { start: () => top()?.pullDown.start(), stop: () => top()?.pullDown.stop() },
    overlay: () => parts.overlay,
    metrics: () => metricsOf(top()?.scroller),
    assetUrl: (path) => assetUrl(path, top()?.address.route ?? ''),
    scrollPage: (to, duration) => {
      top()?.scroller.scrollTo({ top: to, behavior: duration > 0 && !parts.fast ? 'smooth' : 'instant' });
    },
    relaunch: () => {
      history.replaceState(null, '', location.pathname + location.search);
      location.reload();
    },
  };
};

const capsuleBox = (): DOMRect => {
  const left = window.innerWidth - capsule.right - capsule.width;
  return new DOMRect(left, statusBarHeight() + capsule.top, capsule.width, capsule.height);
};

const tabBarOf = (view: () => TabBarView | undefined): PhoneHost['tabBar'] => ({
  setBadge: (index, text) => view()?.setBadge(index, text),
  removeBadge: (index) => view()?.removeBadge(index),
  setRedDot: (index, shown) => view()?.setRedDot(index, shown),
  setItem: (index, item) => view()?.setItem(index, item),
  setVisible: (visible) => view()?.setVisible(visible),
});

const metricsOf = (scroller: HTMLElement | undefined): ReturnType<PhoneHost['metrics']> => {
  const { innerWidth: screenWidth, innerHeight: screenHeight, devicePixelRatio: pixelRatio } = window;
  const top = statusBarHeight();
  const bottom = screenHeight - safeBottom();
  return {
    screenWidth,
    screenHeight,
    windowWidth: screenWidth,
    windowHeight: scroller?.clientHeight ?? screenHeight,
    statusBarHeight: top,
    safeArea: { left: 0, top, right: screenWidth, bottom, width: screenWidth, height: bottom - top },
    pixelRatio,
  };
};

const assetUrl = (path: string, route: string): string =>
  /^(data|blob|https?):|^\/preview\//.test(path) ? path : filesAt + parseAddress(path, route).route;
