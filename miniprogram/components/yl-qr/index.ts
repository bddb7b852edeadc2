import qrcode from 'qrcode-generator';

/** Pixels of a module in the picture; it is shown smaller, so that it stays sharp on dense screens. */
const CELL = 8;
/** Modules of white around it, as the standard wants. */
const MARGIN = CELL * 4;

function pictureOf(text: string): string {
  if (text === '') return '';
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  return code.createDataURL(CELL, MARGIN);
}

/** A code for another phone's camera, made on this phone. `label` says what it is for. */
Component({
  properties: {
    text: { type: String, value: '' },
    label: { type: String, value: '二维码' },
  },
  data: { picture: '' },
  observers: {
    text(text: string) {
      this.setData({ picture: pictureOf(text) });
    },
  },
});
