import type { CallbackLine } from '../../../shared/pay';
import { button } from '../../page/button';
import { element } from '../../page/element';
import { send } from '../../server/ask';
import type { Refresh } from '../tab';

const DELAY_MS = 10 * 60_000;

/** What can be done with one callback: deliver it now, delay it, drop it, send it once more. */
export function callbackActions({ id, state }: CallbackLine, refresh: Refresh): HTMLElement {
  const ask = async (path: string, body: object, words: string): Promise<string> => {
    await send(`pay/callbacks/${path}`, { id, ...body });
    await refresh();
    return words;
  };
  const open = state === 'waiting' || state === 'held';
  const buttons = open
    ? [
        button('Deliver now', () => ask('deliver', {}, 'Delivered.')),
        button('Delay 10 min', () => ask('delay', { ms: DELAY_MS }, 'It comes ten minutes later.')),
        button('Drop', () => ask('drop', {}, 'It will never be delivered.')),
      ]
    : [button('Repeat', () => ask('repeat', {}, 'The same callback is on its way once more.'))];
  return element('div.actions', {}, ...buttons);
}
