/** A search line. Fires `change` with `{ value }` while typing and `confirm` at the keyboard's search key. */
Component({
  properties: {
    value: { type: String, value: '' },
    placeholder: { type: String, value: '' },
    label: { type: String, value: '搜索' },
  },
  methods: {
    onChange(event: { readonly detail: string }) {
      this.triggerEvent('change', { value: event.detail });
    },
    onSearch(event: { readonly detail: string }) {
      this.triggerEvent('confirm', { value: event.detail });
    },
  },
});
