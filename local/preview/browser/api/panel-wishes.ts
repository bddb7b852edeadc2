import type { WxApiModule } from '../runtime/interfaces';
import { fillForm } from './fill-form';

/** What the panel asks of the phone besides answering its questions; adds nothing to `wx`. */
export const panelWishes: WxApiModule = (host) => {
  host.panel.on('fill', (payload) => {
    const count = fillForm(host, (payload ?? {}) as Record<string, unknown>);
    host.panel.send('filled', { count });
  });
  return {};
};
