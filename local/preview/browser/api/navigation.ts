import type { WxApiModule } from '../runtime/interfaces';
import { asyncApi } from './call';

interface UrlOptions {
  url: string;
  events?: Record<string, (data: unknown) => void>;
}

/** Pages forth and back. */
export const navigation: WxApiModule = ({ navigation: go }) => ({
  navigateTo: asyncApi<UrlOptions>('navigateTo', ({ url, events }) => go.navigateTo(url, events)),
  redirectTo: asyncApi<UrlOptions>('redirectTo', ({ url }) => go.redirectTo(url)),
  switchTab: asyncApi<UrlOptions>('switchTab', ({ url }) => go.switchTab(url)),
  reLaunch: asyncApi<UrlOptions>('reLaunch', ({ url }) => go.reLaunch(url)),
  navigateBack: asyncApi<{ delta?: number }>('navigateBack', ({ delta }) => go.navigateBack(delta ?? 1)),
});
