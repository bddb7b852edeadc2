import { action, element } from '../api/dialog/element';
import { openLayer, type Layer } from '../api/dialog/layer';
import type { BuiltInComponent, BuiltInNode, PhoneHost } from '../runtime/interfaces';
import { startMode, type PickerMode } from './picker-mode';
import { anything, flag, flagOf, list, text, textOf } from './properties';
import { onTap, tapByKeyboard } from './tap';
import { makeWheel, type Wheel } from './wheel';

interface OpenPicker {
  redraw: () => void;
  close: () => void;
}

function drawWheels(mode: PickerMode): { body: HTMLElement; redraw: () => void } {
  const body = element('div.wx-wheels');
  let wheels: Wheel[] = [];
  const redraw = (): void => {
    const { labels, selected } = mode.columns();
    if (wheels.length !== labels.length) {
      wheels = labels.map((_, column) =>
        makeWheel(`第${column + 1}列`, (row) => {
          if (mode.turn(column, row)) redraw();
        }),
      );
      body.replaceChildren(...wheels.map((wheel) => wheel.element));
    }
    labels.forEach((rows, column) => wheels[column]?.show(rows, selected[column] ?? 0));
  };
  redraw();
  return { body, redraw };
}

function open(node: BuiltInNode, host: PhoneHost, mode: PickerMode): OpenPicker {
  const { body, redraw } = drawWheels(mode);
  const end = (event: 'change' | 'cancel', detail: unknown) => () => {
    layer.close();
    node.fire(event, detail);
  };
  const confirm = (): void => {
    const value = mode.value();
    layer.close();
    node.setProp('value', value);
    node.fire('change', { value });
  };
  const title = textOf(node, 'headerText');
  const bar = element(
    'div.wx-picker-bar',
    {},
    action('button.wx-picker-cancel', '取消', end('cancel', {})),
    element('span', {}, title),
    action('button.wx-picker-confirm', '确定', confirm),
  );
  const layer: Layer = openLayer(host, element('div.wx-picker-sheet', {}, bar, body), {
    kind: 'sheet',
    label: title === '' ? '请选择' : title,
    dismiss: end('cancel', {}),
  });
  redraw();
  return { redraw, close: () => layer.close() };
}

/** Opens WeChat's wheels from below: one list, several lists, a time or a date. */
export const picker: BuiltInComponent = {
  tag: 'picker',
  properties: {
    headerText: text(),
    mode: text('selector'),
    disabled: flag(),
    range: list(),
    rangeKey: text(),
    value: anything(),
    start: text(),
    end: text(),
    fields: text('day'),
    name: text(),
    customItem: text(),
  },
  create(node, host) {
    let shown: OpenPicker | undefined;
    tapByKeyboard(node.element);
    onTap(node, () => {
      if (flagOf(node, 'disabled')) return;
      const mode = startMode(node);
      if (mode === undefined) console.error(`preview: picker mode ${textOf(node, 'mode')} is not shown here`);
      else shown = open(node, host, mode);
    });
    return {
      changed(name) {
        if (name === 'range') shown?.redraw();
      },
      attached() {
        if (!node.element.hasAttribute('role')) node.element.setAttribute('role', 'button');
        node.element.tabIndex = 0;
      },
      detached: () => shown?.close(),
      formValue: () => node.props['value'],
      formReset: () => node.setProp('value', null),
    };
  },
};
