/**
 * The root of every page: tokens at the reader's size, the offline strip, the content, and a bar for the one main
 * action (`slot="bar"`, with `bar`) that stays in the thumb's reach. `tab` leaves room for the tab bar.
 */
Component({
  options: { multipleSlots: true },
  properties: {
    /** `data.shell` of definePage. */
    shell: { type: Object, value: { elderly: false, fontScale: 1, offline: false, acting: '' } },
    tab: { type: Boolean, value: false },
    bar: { type: Boolean, value: false },
    /** Without the usual padding, for content that reaches the edges. */
    flush: { type: Boolean, value: false },
  },
});
