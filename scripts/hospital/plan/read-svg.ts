import { SHAPE_KINDS, type Drawing, type ShapeKind } from '../../../core/domain/guide/plan';
import type { Fault } from '../fault';
import type { SourceText } from '../files';

type Shape = Drawing['shapes'][number];
type Label = Drawing['labels'][number];

const ELEMENT = /<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
const NUMBERS = /^-?\d+(\.\d+)?([\s,]+-?\d+(\.\d+)?)*$/;

class SvgFault extends Error {}

type Attributes = Readonly<Record<string, string>>;

const attributesOf = (text: string): Attributes =>
  Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value]));

function numbersOf(attributes: Attributes, name: string): number[] {
  const value = (attributes[name] ?? '').trim();
  if (!NUMBERS.test(value)) throw new SvgFault(`${name} must be numbers`);
  return value.split(/[\s,]+/).map(Number);
}

const numberOf = (attributes: Attributes, name: string): number => numbersOf(attributes, name)[0] ?? 0;

function kindOf(attributes: Attributes): ShapeKind {
  const kind = SHAPE_KINDS.find((one) => one === attributes['class']);
  if (kind === undefined) throw new SvgFault(`class must be one of: ${SHAPE_KINDS.join(', ')}`);
  return kind;
}

function rectangle(attributes: Attributes): Shape {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => numberOf(attributes, name));
  const [left = 0, top = 0] = [x, y];
  const [right, bottom] = [left + (width ?? 0), top + (height ?? 0)].map(
    (value) => Math.round(value * 10) / 10,
  );
  return {
    kind: kindOf(attributes),
    points: [left, top, right ?? left, top, right ?? left, bottom ?? top, left, bottom ?? top],
  };
}

const outline = (attributes: Attributes): Shape => {
  const points = numbersOf(attributes, 'points');
  if (points.length % 2 !== 0 || points.length < 4) throw new SvgFault('points must be pairs of numbers');
  return { kind: kindOf(attributes), points };
};

const label = (attributes: Attributes, text: string): Label => {
  const written = text.trim();
  if (written === '' || written.length > 12) throw new SvgFault('a text is 1 to 12 characters long');
  return {
    x: numberOf(attributes, 'x'),
    y: numberOf(attributes, 'y'),
    text: written,
    large: attributes['class'] === 'title',
  };
};

/**
 * Reads the few elements of SVG that a floor plan needs: `rect`, `polygon`, `polyline` and `text`, each with one class.
 * A style sheet is for those who look at the file; the phone has its own colours.
 * @returns null with a fault for what is anything else.
 */
export function readSvg({ file, text }: SourceText, faults: Fault[]): Drawing | null {
  const shapes: Shape[] = [];
  const labels: Label[] = [];
  let box: number[] = [];
  const plain = text.replace(/<style>[^<]*<\/style>/, (style) => style.replaceAll(/[^\n]/g, ' '));
  const before = faults.length;
  for (const found of plain.matchAll(ELEMENT)) {
    const [whole, closing, element = '', rest = ''] = found;
    if (closing === '/') continue;
    const attributes = attributesOf(rest);
    const end = found.index + whole.length;
    try {
      if (element === 'svg') box = numbersOf(attributes, 'viewBox');
      else if (element === 'rect') shapes.push(rectangle(attributes));
      else if (element === 'polygon' || element === 'polyline') shapes.push(outline(attributes));
      else if (element === 'text') labels.push(label(attributes, plain.slice(end, plain.indexOf('<', end))));
      else throw new SvgFault(`<${element}> is not drawn: use rect, polygon, polyline or text`);
    } catch (thrown) {
      if (!(thrown instanceof SvgFault)) throw thrown;
      const row = plain.slice(0, found.index).split('\n').length;
      faults.push({ file, row, field: element, reason: thrown.message });
    }
  }
  const [left = 0, top = 0, width = 0, height = 0] = box;
  if (width <= 0 || height <= 0)
    faults.push({ file, row: 1, field: 'viewBox', reason: 'must say left, top, width and height in metres' });
  return faults.length > before ? null : { left, top, width, height, shapes, labels };
}
