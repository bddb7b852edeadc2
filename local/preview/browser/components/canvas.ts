import type { BuiltInComponent } from '../runtime/interfaces';
import { flag, text } from './properties';

/** What WeChat's canvas node has and the browser's has not. */
interface WxCanvas extends HTMLCanvasElement {
  createImage(): HTMLImageElement;
  requestAnimationFrame(run: FrameRequestCallback): number;
  cancelAnimationFrame(id: number): void;
}

/** A drawing surface, type 2d: the page gets it by a selector query and sizes it itself. */
export const canvas: BuiltInComponent = {
  tag: 'canvas',
  properties: { type: text(), canvasId: text(), disableScroll: flag() },
  create(node) {
    const surface = document.createElement('canvas') as WxCanvas;
    surface.createImage = () => new Image();
    surface.requestAnimationFrame = (run) => requestAnimationFrame(run);
    surface.cancelAnimationFrame = (id) => cancelAnimationFrame(id);
    node.element.append(surface);
    return { queryNode: () => surface };
  },
};
