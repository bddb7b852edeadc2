import type { WxApiModule } from '../runtime/interfaces';
import { asyncApi } from './call';

/** The capsule's menu, where sharing starts; the preview's capsule shows it always. */
export const share: WxApiModule = () => ({
  showShareMenu: asyncApi('showShareMenu', () => undefined),
  hideShareMenu: asyncApi('hideShareMenu', () => undefined),
  updateShareMenu: asyncApi('updateShareMenu', () => undefined),
});
