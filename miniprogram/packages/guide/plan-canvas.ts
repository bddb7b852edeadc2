import type { Pen } from './pen';
import { paintPlan, type PlanPicture } from './plan-painter';

interface CanvasNode {
  width: number;
  height: number;
  getContext(type: '2d'): Pen & { setTransform(...matrix: readonly number[]): void };
}

interface Found {
  readonly node: CanvasNode | null;
  readonly width: number;
  readonly height: number;
}

/** Draws a floor on the page's canvas `#plan`, as sharp as the screen is. Nothing happens where it is not on the page. */
export function drawOnPage(picture: PlanPicture): void {
  wx.createSelectorQuery()
    .select('#plan')
    .fields({ node: true, size: true })
    .exec(([found]: readonly (Found | null | undefined)[]) => {
      if (!found?.node || found.width === 0) return;
      const { node, width, height } = found;
      const ratio = wx.getWindowInfo().pixelRatio;
      node.width = Math.round(width * ratio);
      node.height = Math.round(height * ratio);
      const pen = node.getContext('2d');
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      paintPlan(pen, picture, { width, height });
    });
}
