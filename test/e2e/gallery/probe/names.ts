import { describe, upwards, type InSight } from './in-sight';
import { CONTROLS } from './target';

const FIELDS = 'input, textarea';
const PICTURES = 'wx-image, wx-canvas, canvas, img, svg, [role="img"]';
const BARS =
  '[role="tablist"], [role="progressbar"], [role="meter"], [role="radiogroup"], [role="navigation"]';

const isHidden = (element: Element): boolean => element.closest('[aria-hidden="true"]') !== null;

/** What could stand for anything is no name. */
const SAYS_NOTHING = /^(?:图片?|图标|按钮|链接|image|button|icon)?$/i;

const own = (element: Element): string => {
  const label = element.getAttribute('aria-label')?.trim() ?? '';
  return SAYS_NOTHING.test(label) ? '' : label;
};

/** The label of the element, or of a component around it that holds nothing else of the kind. */
const label = (element: Element): string => {
  const alone = (around: Element): boolean => around.querySelectorAll(`${FIELDS}, canvas, img`).length <= 1;
  return (
    [...upwards(element)]
      .filter(alone)
      .map(own)
      .find((text) => text !== '') ?? ''
  );
};

/** Every control, picture and bar can be heard as well as seen. */
export function nameFaults({ within }: InSight): string[] {
  const controls = within(CONTROLS).filter((element) => !isHidden(element));
  const silent = controls.filter((element) => own(element) === '' && element.textContent.trim() === '');
  const fields = within(FIELDS).filter((element) => !isHidden(element) && label(element) === '');
  const pictures = within(PICTURES).filter((element) => !isHidden(element) && label(element) === '');
  const bars = within(BARS).filter((element) => !isHidden(element) && own(element) === '');
  const unnamed = [...silent, ...fields, ...pictures, ...bars];
  return unnamed.map((element) => `without a name: ${describe(element)}`);
}

/** What is tapped says its meaning in words, not by a sign alone; closing and going back are known to all. */
export function signFaults({ within }: InSight): string[] {
  const known = /^(关闭|返回|清空)/;
  return within('[role="button"], [role="tab"], [role="link"]')
    .filter(
      (element) => element.textContent.trim() === '' && !known.test(own(element)) && own(element) !== '',
    )
    .filter((element) => element.querySelector('wx-image, canvas, img') === null)
    .map((element) => `a sign without words (${own(element)}): ${describe(element)}`);
}
