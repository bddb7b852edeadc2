/** A row of a list. With `link` it is a button that fires `press`; the slot stands in place of the value. */
Component({
  properties: {
    title: { type: String, value: '' },
    note: { type: String, value: '' },
    value: { type: String, value: '' },
    icon: { type: String, value: '' },
    link: { type: Boolean, value: false },
    last: { type: Boolean, value: false },
  },
  methods: {
    onPress() {
      if (this.data.link) this.triggerEvent('press');
    },
  },
});
