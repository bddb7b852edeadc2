import type { TrendLine } from '@core/domain/report/trend';
import { drawTrend, type Pen } from './draw-trend';

/** What WeChat hands over for a canvas of type 2d. */
interface CanvasNode {
  width: number;
  height: number;
  getContext(kind: '2d'): Pen & { scale(x: number, y: number): void };
}

interface Found {
  readonly node?: CanvasNode;
  readonly width?: number;
  readonly height?: number;
}

interface Inks {
  readonly color?: string;
  readonly backgroundColor?: string;
  readonly borderTopColor?: string;
  readonly borderBottomColor?: string;
}

/** Draws the trend on the page's canvas in the page's own colours; without a canvas the table still says it all. */
export function paintTrend(page: WechatMiniprogram.Page.TrivialInstance, line: TrendLine): void {
  page
    .createSelectorQuery()
    .select('#trend-canvas')
    .fields({ node: true, size: true })
    .select('#trend-ink')
    .fields({ computedStyle: ['color', 'backgroundColor', 'borderTopColor', 'borderBottomColor'] })
    .exec((answers) => {
      const [canvas, inks] = answers as [Found | null, Inks | null];
      if (canvas?.node && canvas.width && canvas.height) paint(canvas.node, canvas as Size, inks ?? {}, line);
    });
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function paint(node: CanvasNode, size: Size, inks: Inks, line: TrendLine): void {
  const ratio = wx.getWindowInfo().pixelRatio;
  node.width = size.width * ratio;
  node.height = size.height * ratio;
  const pen = node.getContext('2d');
  pen.scale(ratio, ratio);
  const text = inks.color ?? 'black';
  drawTrend(pen, line, size, {
    line: text,
    band: inks.backgroundColor ?? 'transparent',
    odd: inks.borderTopColor ?? text,
    grid: inks.borderBottomColor ?? text,
  });
}
