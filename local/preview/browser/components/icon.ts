import type { BuiltInComponent } from '../runtime/interfaces';
import { numberOf, text, textOf } from './properties';

const ring = '<circle cx="12" cy="12" r="10" fill="currentColor"/>';
const white = 'fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
const line =
  'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';

/** Our own drawings of WeChat's nine icons, with WeChat's colours. */
const drawings: Record<string, readonly [colour: string, drawing: string]> = {
  success: ['#09bb07', `${ring}<path d="M7 12.5l3.5 3.5L17 9" ${white}/>`],
  success_no_circle: ['#09bb07', `<path d="M4 12.5l5.5 5.5L20 6" ${line}/>`],
  info: ['#10aeff', `${ring}<path d="M12 11v6M12 7.2v.1" ${white}/>`],
  warn: ['#f76260', `${ring}<path d="M12 6.5v7M12 17v.1" ${white}/>`],
  waiting: ['#10aeff', `${ring}<path d="M12 7v5.5l3.5 2" ${white}/>`],
  cancel: ['#f43530', `<circle cx="12" cy="12" r="9" ${line}/><path d="M9 9l6 6M15 9l-6 6" ${line}/>`],
  download: [
    '#09bb07',
    `<circle cx="12" cy="12" r="9" ${line}/><path d="M12 7v9M8.5 12.5L12 16l3.5-3.5" ${line}/>`,
  ],
  search: ['#b2b2b2', `<circle cx="11" cy="11" r="6" ${line}/><path d="M15.5 15.5L20 20" ${line}/>`],
  clear: ['#b2b2b2', `${ring}<path d="M9 9l6 6M15 9l-6 6" ${white}/>`],
};

/** One of WeChat's own icons; size in px. */
export const icon: BuiltInComponent = {
  tag: 'icon',
  properties: { type: text(), size: { type: null, value: 23 }, color: text() },
  create(node) {
    return {
      changed() {
        const [colour, drawing] = drawings[textOf(node, 'type')] ?? ['', ''];
        const size = numberOf(node, 'size', 23);
        node.element.innerHTML = `<svg viewBox="0 0 24 24" width="${size}" height="${size}" aria-hidden="true">${drawing}</svg>`;
        node.element.style.color = textOf(node, 'color') || colour;
      },
    };
  },
};
