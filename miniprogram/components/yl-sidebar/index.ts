/** A column to choose from. `items`: `{ id, title }`; fires `change` with `{ id, index }`. */
Component({
  properties: {
    items: { type: Array, value: [] as { id: string; title: string }[] },
    active: { type: Number, value: 0 },
    label: { type: String, value: '' },
  },
  methods: {
    onChange(event: { readonly detail: number }) {
      const index = event.detail;
      this.triggerEvent('change', { index, id: this.data.items[index]?.id });
    },
  },
});
