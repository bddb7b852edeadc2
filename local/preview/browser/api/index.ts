import type { WxApiModule } from '../runtime/interfaces';
import { account } from './account';
import { animation } from './animation';
import { bars } from './bars';
import { calendar } from './calendar';
import { cloud } from './cloud';
import { device } from './device';
import { intersectionObserver } from './intersection-observer';
import { lifecycle } from './lifecycle';
import { modal } from './modal';
import { navigation } from './navigation';
import { network } from './network';
import { panelWishes } from './panel-wishes';
import { payment } from './payment';
import { permission } from './permission';
import { privacy } from './privacy';
import { scan } from './scan';
import { selectorQuery } from './selector-query';
import { share } from './share';
import { storage } from './storage';
import { subscribeMessage } from './subscribe-message';
import { systemInfo } from './system-info';
import { toast } from './toast';
import { userData } from './user-data';
import { canIUse } from './support';

/** Every group of `wx.*` functions of the preview. */
export const wxApis: readonly WxApiModule[] = [
  navigation,
  storage,
  toast,
  modal,
  bars,
  systemInfo,
  selectorQuery,
  intersectionObserver,
  network,
  lifecycle,
  cloud,
  account,
  privacy,
  permission,
  device,
  calendar,
  scan,
  payment,
  subscribeMessage,
  share,
  animation,
  panelWishes,
  userData,
  canIUse,
];
