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
  return { count, isDark: (row, column) => code.isDark(row, column) };
};

/** A QR code as PNG, square, each module a whole number of pixels and the rest a wider border. */
export function codePicture({ text, width, color, transparent }: PictureOptions): Buffer {
  const { count, isDark } = modulesOf(text);
  const size = Math.max(1, Math.floor(width / (count + 2 * QUIET_ZONE)));
  const border = Math.floor((width - count * size) / 2);
  const png = new PNG({ width, height: width });
  const light = Buffer.from([255, 255, 255, transparent ? 0 : 255]);
  const dark = Buffer.from([...color, 255]);
  png.data.fill(light);
  for (let row = 0; row < count; row += 1) {
    const top = (border + row * size) * width * 4;
    const line = png.data.subarray(top, top + width * 4);
    for (let column = 0; column < count; column += 1) {
      const left = (border + column * size) * 4;
      if (isDark(row, column)) line.fill(dark, left, left + size * 4);
    }
    for (let copy = 1; copy < size; copy += 1) png.data.set(line, top + copy * width * 4);
  }
  // Rows repeat, so the plainest filter packs them well and fast.
  return PNG.sync.write(png, { filterType: 0 });
}
