import { element } from '../api/dialog/element';

/** Height of one row in px; five rows are seen. */
export const rowHeight = 44;
/** How long a wheel must rest before it counts as chosen, in ms. */
const restTime = 120;

export interface Wheel {
  readonly element: HTMLElement;
  selected(): number;
  /** Replaces the rows; the selection stays within them. */
  show(labels: readonly string[], selected: number): void;
}

/** A column of rows, one of them in the middle: by scrolling, by tapping a row, by arrow keys. */
export function makeWheel(label: string, changed: (index: number) => void): Wheel {
  const column = element('div.wx-wheel', { role: 'listbox', tabindex: '0', 'aria-label': label });
  let index = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const rows = (): HTMLElement[] => [...column.children] as HTMLElement[];
  const mark = (): void =>
    rows().forEach((row, at) => row.setAttribute('aria-selected', String(at === index)));
  const turn = (to: number): void => {
    const next = Math.max(0, Math.min(rows().length - 1, to));
    column.scrollTop = next * rowHeight;
    if (next === index) return;
    index = next;
    mark();
    changed(index);
  };
  column.addEventListener('scroll', () => {
    clearTimeout(rest);
    rest = setTimeout(() => turn(Math.round(column.scrollTop / rowHeight)), restTime);
  });
  column.addEventListener('click', (event) => {
    const row = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    if (row !== null) turn(rows().indexOf(row as HTMLElement));
  });
  column.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    turn(index + (event.key === 'ArrowDown' ? 1 : -1));
  });
  return {
    element: column,
    selected: () => index,
    show(labels, selected) {
      clearTimeout(rest);
      column.replaceChildren(...labels.map((text) => element('div.wx-wheel-row', { role: 'option' }, text)));
      index = Math.max(0, Math.min(labels.length - 1, selected));
      mark();
      // A column has no height before it stands in the page.
      column.scrollTop = index * rowHeight;
      requestAnimationFrame(() => (column.scrollTop = index * rowHeight));
    },
  };
}
