import { PNG } from 'pngjs';
import qrcode from 'qrcode-generator';

type Color = readonly [red: number, green: number, blue: number];

export interface PictureOptions {
  text: string;
  /** Side in px. */
  width: number;
  color: Color;
  /** No background. */
  transparent: boolean;
}

/** Free modules around a code, so that scanners find it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

interface Modules {
  count: number;
  isDark: (row: number, column: number) => boolean;
}

const modulesOf = (text: string): Modules => {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const inside = (index: number): boolean => index >= 0 && index < count;
  return {
    count,
    isDark: (row, column) => inside(row) && inside(column) && code.isDark(row, column),
  };
};

/** A QR code as PNG, square, each module a whole number of pixels and the rest a wider border. */
export function codePicture({ text, width, color, transparent }: PictureOptions): Buffer {
  const { count, isDark } = modulesOf(text);
  const size = Math.max(1, Math.floor(width / (count + 2 * QUIET_ZONE)));
  const border = Math.floor((width - count * size) / 2);
  const png = new PNG({ width, height: width });
  const [red, green, blue] = color;
  for (let y = 0; y < width; y += 1)
    for (let x = 0; x < width; x += 1) {
      const dark = isDark(Math.floor((y - border) / size), Math.floor((x - border) / size));
      const pixel = dark ? [red, green, blue, 255] : [255, 255, 255, transparent ? 0 : 255];
      png.data.set(pixel, (y * width + x) * 4);
    }
  return PNG.sync.write(png);
}
