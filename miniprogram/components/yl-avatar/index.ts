/** A person without a photograph: the first character of the surname. Decoration, the name stands beside it. */
Component({
  properties: {
    initial: { type: String, value: '' },
    size: { type: String, value: 'normal' },
  },
});
