import type { PhoneHost, WxApiModule } from '../runtime/interfaces';
import { asyncApi } from './call';
import { element } from './dialog/element';

interface ToastOptions {
  title?: string;
  icon?: 'success' | 'error' | 'loading' | 'none';
  image?: string;
  duration?: number;
  mask?: boolean;
}

/** WeChat shows one toast or loading at a time: a new one replaces the old. */
class ToastLayer {
  private shown: HTMLElement | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: PhoneHost) {}

  show(options: ToastOptions, icon: string, duration: number): void {
    this.hide();
    const picture = icon === 'none' ? undefined : element(`div.wx-toast-icon`, { 'data-icon': icon });
    const body = element(
      'div.wx-toast',
      { role: 'status', 'aria-live': 'polite', 'data-icon': icon },
      picture,
      element('div.wx-toast-title', {}, options.title ?? ''),
    );
    this.shown = element('div.wx-toast-layer', {}, body);
    this.shown.toggleAttribute('data-mask', options.mask === true);
    this.host.overlay().append(this.shown);
    if (Number.isFinite(duration)) this.timer = setTimeout(() => this.hide(), duration);
  }

  hide(): void {
    clearTimeout(this.timer);
    this.shown?.remove();
    this.shown = undefined;
  }
}

/** Short messages in the middle of the screen. */
export const toast: WxApiModule = (host) => {
  const layer = new ToastLayer(host);
  return {
    showToast: asyncApi<ToastOptions>('showToast', (options) =>
      layer.show(options, options.icon ?? 'success', options.duration ?? 1500),
    ),
    hideToast: asyncApi('hideToast', () => layer.hide()),
    showLoading: asyncApi<ToastOptions>('showLoading', (options) => layer.show(options, 'loading', Infinity)),
    hideLoading: asyncApi('hideLoading', () => layer.hide()),
  };
};
