import type { BuiltInComponent, BuiltInNode } from '../runtime/interfaces';
import { list, listOf, text, textOf } from './properties';

/** Rows of a column rest in the middle after this time, in ms. */
const restTime = 120;

interface Column {
  turnTo(row: number): void;
  row(): number;
  onRest(run: () => void): void;
}

const columns = new WeakMap<Element, Column>();
const columnsOf = (view: Element): Column[] =>
  [...view.querySelectorAll('wx-picker-view-column')].flatMap((element) => columns.get(element) ?? []);

function makeColumn(node: BuiltInNode): Column {
  const { element } = node;
  let rested = (): void => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const height = (): number => element.firstElementChild?.getBoundingClientRect().height ?? 0;
  const row = (): number => (height() === 0 ? 0 : Math.round(element.scrollTop / height()));
  element.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = setTimeout(() => rested(), restTime);
  });
  return {
    row,
    turnTo(to) {
      // Half the height above and below, so that the first and the last row can reach the middle.
      element.style.paddingBlock = `${Math.max(0, (element.clientHeight - height()) / 2)}px`;
      element.scrollTop = to * height();
    },
    onRest: (run) => (rested = run),
  };
}

/** One wheel inside a picker-view; its rows are the elements written in WXML. */
export const pickerViewColumn: BuiltInComponent = {
  tag: 'picker-view-column',
  create(node) {
    columns.set(node.element, makeColumn(node));
    return { detached: () => columns.delete(node.element) };
  },
};

/** Wheels inside the page. `value` is the row in the middle of each column. */
export const pickerView: BuiltInComponent = {
  tag: 'picker-view',
  properties: {
    value: list(),
    indicatorStyle: text(),
    indicatorClass: text(),
    maskStyle: text(),
    maskClass: text(),
    immediateChange: { type: Boolean, value: false },
    name: text(),
  },
  create(node) {
    const indicator = document.createElement('div');
    indicator.className = 'wx-picker-view-indicator';
    indicator.setAttribute('aria-hidden', 'true');
    node.element.append(indicator);
    const current = (): number[] => columnsOf(node.element).map((column) => column.row());
    const report = (): void => {
      const value = current();
      if (value.join() === listOf(node, 'value').join()) return;
      node.setProp('value', value);
      node.fire('change', { value });
      node.fire('pickend', {});
    };
    const show = (): void => {
      indicator.style.cssText = textOf(node, 'indicatorStyle');
      columnsOf(node.element).forEach((column, at) => {
        column.onRest(report);
        column.turnTo(Number(listOf(node, 'value')[at] ?? 0));
      });
    };
    // The columns' rows are laid out after the picker-view itself.
    const later = (): unknown => requestAnimationFrame(show);
    return { changed: later, attached: later, formValue: current };
  },
};
