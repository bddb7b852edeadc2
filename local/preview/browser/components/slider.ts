import type { BuiltInComponent, BuiltInNode } from '../runtime/interfaces';
import { forwardAria } from './inner-control';
import { flag, flagOf, number, numberOf, text, textOf } from './properties';

function describe(node: BuiltInNode, range: HTMLInputElement, shown: HTMLElement): void {
  range.min = String(numberOf(node, 'min'));
  range.max = String(numberOf(node, 'max', 100));
  range.step = String(numberOf(node, 'step', 1));
  range.value = String(numberOf(node, 'value'));
  range.disabled = flagOf(node, 'disabled');
  const [low, high] = [Number(range.min), Number(range.max)];
  const filled = high === low ? 0 : ((Number(range.value) - low) / (high - low)) * 100;
  range.style.setProperty('--filled', `${filled}%`);
  range.style.setProperty('--active', textOf(node, 'activeColor'));
  range.style.setProperty('--rest', textOf(node, 'backgroundColor'));
  shown.textContent = range.value;
  shown.hidden = !flagOf(node, 'showValue');
}

/** A number by dragging. `changing` while dragging, `change` when let go. */
export const slider: BuiltInComponent = {
  tag: 'slider',
  properties: {
    min: number(),
    max: number(100),
    step: number(1),
    value: number(),
    disabled: flag(),
    showValue: flag(),
    activeColor: text('#1aad19'),
    backgroundColor: text('#e9e9e9'),
    blockSize: number(28),
    blockColor: text('#ffffff'),
    name: text(),
  },
  create(node) {
    const range = document.createElement('input');
    range.type = 'range';
    const shown = document.createElement('span');
    shown.className = 'wx-slider-value';
    node.element.append(range, shown);
    const report = (event: 'changing' | 'change') => () => {
      node.setProp('value', Number(range.value));
      describe(node, range, shown);
      node.fire(event, { value: Number(range.value) });
    };
    range.addEventListener('input', report('changing'));
    range.addEventListener('change', report('change'));
    const show = (): void => describe(node, range, shown);
    let stop = (): void => undefined;
    return {
      changed: show,
      attached() {
        stop = forwardAria(node.element, range);
        show();
      },
      detached: () => stop(),
      formValue: () => Number(range.value),
      formReset() {
        node.setProp('value', numberOf(node, 'min'));
        show();
      },
    };
  },
};
