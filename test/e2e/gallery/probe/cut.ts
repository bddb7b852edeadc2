import { describe, isShown, upwards, type InSight, type Words } from './in-sight';
import { CONTROLS } from './target';

const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll';
const hides = (value: string): boolean => value === 'hidden' || value === 'clip';

/** Inside of something that is moved sideways by a finger, what is out of sight can be reached. */
const movesSideways = (from: Element): boolean =>
  [...upwards(from)].some(
    (at) =>
      scrolls(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth + 1 && !at.matches('main'),
  );

function cutBy(at: Element, box: DOMRect): boolean {
  const { overflowX, overflowY } = getComputedStyle(at);
  const frame = at.getBoundingClientRect();
  const sideways = hides(overflowX) && (box.right > frame.right + 1 || box.left < frame.left - 1);
  return sideways || (hides(overflowY) && (box.bottom > frame.bottom + 2 || box.top < frame.top - 2));
}

function cutWords({ element, style, boxes }: Words, root: Element): string[] {
  if (movesSideways(element)) return [];
  const faults: string[] = [];
  const control = element.closest(CONTROLS)?.getBoundingClientRect();
  for (const box of boxes) {
    if (box.right > window.innerWidth + 1 || box.left < -1)
      faults.push(`out of the window: ${describe(element)}`);
    for (const at of upwards(element)) {
      if (!root.contains(at)) break;
      if (cutBy(at, box)) faults.push(`cut off: ${describe(element)}`);
    }
    if (control && (box.bottom > control.bottom + 2 || box.top < control.top - 2))
      faults.push(`sticks out of its button: ${describe(element)}`);
  }
  const tooWide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
  if (style.textOverflow === 'ellipsis' && tooWide) faults.push(`shortened: ${describe(element)}`);
  if (style.webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight + 2)
    faults.push(`shortened: ${describe(element)}`);
  return faults;
}

/** What was typed into a field, or the words in an empty one, are measured as they would be drawn. */
function cutInField(field: HTMLInputElement): string[] {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return [];
  const words = field.value === '' ? field.placeholder : field.value;
  const { fontSize, fontFamily, letterSpacing, paddingLeft, paddingRight } = getComputedStyle(field);
  pen.font = `${fontSize} ${fontFamily}`;
  const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  const wide = pen.measureText(words).width + words.length * (Number.parseFloat(letterSpacing) || 0);
  return wide > room + 1 ? [`shortened “${words}”: ${describe(field)}`] : [];
}

/** Nothing is wider than the window, cut off, or shortened to dots. */
export function cutFaults({ roots, words, within }: InSight): string[] {
  const faults: string[] = [];
  for (const main of document.querySelectorAll('main')) {
    if (isShown(main) && main.scrollWidth > main.clientWidth + 1)
      faults.push(`the page is ${String(main.scrollWidth)} wide in a window of ${String(main.clientWidth)}`);
  }
  for (const root of roots)
    for (const one of words) if (root.contains(one.element)) faults.push(...cutWords(one, root));
  for (const field of within('input')) faults.push(...cutInField(field as HTMLInputElement));
  return faults;
}

/** Words that lie on the same sheet of paper. */
const layerOf = (element: Element): Element | undefined =>
  [...upwards(element)].find((at) => /fixed|sticky|absolute/.test(getComputedStyle(at).position));

/** What of a box is left where lists and sheets that can be moved end; null: nothing. */
function leftOf(box: DOMRect, element: Element): DOMRect | null {
  let { top, bottom } = box;
  for (const at of upwards(element)) {
    // The page itself can be moved to show everything.
    if (at.matches('main') || at.querySelector('main') !== null) break;
    if (getComputedStyle(at).overflowY === 'visible') continue;
    const frame = at.getBoundingClientRect();
    [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
  }
  return bottom > top ? new DOMRect(box.left, top, box.width, bottom - top) : null;
}

/** Words that run into each other. */
export function overlapFaults({ words }: InSight): string[] {
  const lying = words.map((one) => ({
    one,
    layer: layerOf(one.element),
    boxes: one.boxes.flatMap((box) => leftOf(box, one.element) ?? []),
  }));
  const faults: string[] = [];
  lying.forEach(({ one, layer, boxes }, index) => {
    for (const other of lying.slice(index + 1)) {
      if (other.layer !== layer || one.element === other.one.element) continue;
      const size = Math.min(one.size, other.one.size);
      if (boxes.some((box) => other.boxes.some((second) => overlap(box, second, size))))
        faults.push(`lies on “${other.one.text.slice(0, 16)}”: ${describe(one.element)}`);
    }
  });
  return faults;
}

/** Boxes of text are a little higher than what is drawn in them: half a letter may be shared. */
const overlap = (one: DOMRect, other: DOMRect, size: number): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5 * size;
