/** A sheet from below for one short decision. Fires `close` for the cross and for a tap beside it. */
Component({
  options: { multipleSlots: true },
  properties: {
    show: { type: Boolean, value: false },
    title: { type: String, value: '' },
  },
  methods: {
    onClose() {
      this.triggerEvent('close');
    },
  },
});
