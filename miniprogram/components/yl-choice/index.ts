/** One of a few, all visible. `options`: `{ value, title, note? }`; fires `change` with `{ value }`. */
Component({
  properties: {
    name: { type: String, value: '' },
    label: { type: String, value: '' },
    /** Spoken in place of a label, where the page's own words stand above already. */
    spoken: { type: String, value: '' },
    options: { type: Array, value: [] as { value: string; title: string; note?: string }[] },
    value: { type: String, value: '' },
  },
  methods: {
    onTap(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('change', { value: event.currentTarget.dataset['value'] as string });
    },
  },
});
