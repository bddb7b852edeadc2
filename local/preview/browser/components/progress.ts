import type { BuiltInComponent } from '../runtime/interfaces';
import { anything, flag, flagOf, number, numberOf, text, textOf } from './properties';

/** How far something is, in percent. */
export const progress: BuiltInComponent = {
  tag: 'progress',
  properties: {
    percent: number(),
    showInfo: flag(),
    borderRadius: anything(0),
    fontSize: anything(16),
    strokeWidth: anything(6),
    color: text(),
    activeColor: text('#09BB07'),
    backgroundColor: text('#EBEBEB'),
    active: flag(),
    activeMode: text('backwards'),
    duration: number(30),
  },
  create(node) {
    const track = document.createElement('div');
    const bar = document.createElement('div');
    const info = document.createElement('span');
    track.className = 'wx-progress-track';
    track.append(bar);
    node.element.append(track, info);
    return {
      changed() {
        const percent = Math.min(100, Math.max(0, numberOf(node, 'percent')));
        track.style.height = `${numberOf(node, 'strokeWidth', 6)}px`;
        track.style.borderRadius = `${numberOf(node, 'borderRadius')}px`;
        track.style.background = textOf(node, 'backgroundColor');
        bar.style.width = `${percent}%`;
        bar.style.background = textOf(node, 'color') || textOf(node, 'activeColor');
        bar.style.transitionDuration = flagOf(node, 'active')
          ? `${numberOf(node, 'duration') * percent}ms`
          : '0s';
        info.textContent = `${percent}%`;
        info.hidden = !flagOf(node, 'showInfo');
        node.element.setAttribute('aria-valuenow', String(percent));
      },
      attached() {
        if (!node.element.hasAttribute('role')) node.element.setAttribute('role', 'progressbar');
      },
    };
  },
};
