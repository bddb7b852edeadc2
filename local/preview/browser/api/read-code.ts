import jsQR from 'jsqr';
import { element } from './dialog/element';

/** Longest side in px that is searched: a photo of a phone is far larger than a code needs. */
const longestSide = 1600;

/** The text of the QR code in a picture; undefined where there is none, or where it is no picture. */
export async function readCode(picture: Blob): Promise<string | undefined> {
  const bitmap = await createImageBitmap(picture).catch(() => undefined);
  if (bitmap === undefined) return undefined;
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(Math.ceil(bitmap.width * scale), Math.ceil(bitmap.height * scale));
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  // A code without a ground of its own is meant for a light page.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return jsQR(data, width, height)?.data;
}

/** A button that lets the person choose a picture, and gives the text of its code; `none` is called where it has none. */
export function pictureField(found: (text: string) => void, none: () => void): HTMLElement {
  const field = element('input', { type: 'file', accept: 'image/*', 'aria-label': '选择有码的图片' });
  field.addEventListener('change', () => {
    const [picture] = field.files ?? [];
    if (picture === undefined) return;
    void readCode(picture).then((text) => (text === undefined ? none() : found(text)));
    field.value = '';
  });
  return element('label.picture-field', {}, '选择图片', field);
}
