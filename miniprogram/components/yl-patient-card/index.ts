/**
 * A patient card as its owner sees it. `card`: `{ maskedName, initial, line, number, tag }`, made by the page's view.
 * With `link` the whole card is a button that fires `press`; the slot is for the card's own buttons.
 */
Component({
  properties: {
    card: { type: Object, value: { maskedName: '', initial: '', line: '', number: '', tag: '' } },
    link: { type: Boolean, value: false },
    /** Without the sign of the name and what is known by heart: on pages where something else matters more. */
    compact: { type: Boolean, value: false },
    /** What pressing does, in a word or two, beside the arrow. */
    hint: { type: String, value: '' },
  },
  methods: {
    onPress() {
      if (this.data.link) this.triggerEvent('press');
    },
  },
});
