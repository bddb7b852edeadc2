/** A box to tick, with its words beside it as part of the target. Fires `change` with `{ checked }`. */
Component({
  properties: {
    checked: { type: Boolean, value: false },
    label: { type: String, value: '' },
  },
  methods: {
    onChange(event: { readonly detail: boolean }) {
      this.triggerEvent('change', { checked: event.detail });
    },
  },
});
