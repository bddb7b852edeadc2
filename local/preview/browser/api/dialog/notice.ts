import type { PhoneHost } from '../../runtime/interfaces';
import { action, element } from './element';
import { askInLayer } from './layer';

/** A message of the preview itself with one button. */
export function showNotice(host: PhoneHost, title: string, text: string): void {
  void askInLayer<undefined>(host, { kind: 'dialog', label: title, dismissed: undefined }, (answer) =>
    element(
      'div.wx-modal',
      {},
      element('div.wx-modal-title', {}, title),
      element('div.wx-modal-content', {}, text),
      element(
        'div.wx-modal-buttons',
        {},
        action('button.wx-modal-confirm', '知道了', () => answer(undefined)),
      ),
    ),
  );
}
