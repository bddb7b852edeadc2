import type { PhoneHost } from '../../runtime/interfaces';
import { element } from './element';

export interface Layer {
  /** Takes the layer away; what had the focus gets it back. */
  close(): void;
}

interface LayerOptions {
  /** Where it stands: a sheet comes from below, a dialog is in the middle. */
  kind: 'sheet' | 'dialog';
  /** What a screen reader says when it opens. */
  label: string;
  /** A tap beside it, or Escape. Without it only its own buttons close it. */
  dismiss?: () => void;
}

/** Shows a modal layer over the phone's screen. */
export function openLayer(host: PhoneHost, body: HTMLElement, options: LayerOptions): Layer {
  const before = document.activeElement;
  const mask = element('div.wx-layer-mask');
  const frame = element(
    'div.wx-layer-frame',
    { role: 'dialog', 'aria-modal': 'true', 'aria-label': options.label, tabindex: '-1' },
    body,
  );
  const layer = element(`div.wx-layer.wx-layer-${options.kind}`, {}, mask, frame);
  layer.toggleAttribute('data-fast', host.fast);
  mask.addEventListener('click', () => options.dismiss?.());
  layer.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') options.dismiss?.();
  });
  host.overlay().append(layer);
  frame.focus({ preventScroll: true });
  return {
    close() {
      layer.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
  };
}

/**
 * Opens a layer whose buttons settle a promise. `build` gets the function that answers and closes.
 * `dismissed` is the answer of a tap beside it; leave it out where only a button may close it.
 */
export function askInLayer<T>(
  host: PhoneHost,
  options: { kind: 'sheet' | 'dialog'; label: string; dismissed?: T },
  build: (answer: (value: T) => void) => HTMLElement,
): Promise<T> {
  return new Promise<T>((resolve) => {
    const answer = (value: T): void => {
      layer.close();
      resolve(value);
    };
    const dismiss = 'dismissed' in options ? { dismiss: () => answer(options.dismissed as T) } : {};
    const layer = openLayer(host, build(answer), { kind: options.kind, label: options.label, ...dismiss });
  });
}
