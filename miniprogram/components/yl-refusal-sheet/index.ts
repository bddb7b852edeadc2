interface Text {
  readonly title: string;
  readonly reason: string;
  readonly next: string;
  readonly action: { readonly label: string; readonly kind: string } | null;
}

/** A refusal that answers a tap, in a sheet over the page. Fires `action` with `{ kind }`, and `close`. */
Component({
  properties: {
    /** The words of the refusal, or null. */
    text: { type: null, value: null as Text | null },
  },
  data: { shown: false, last: null as Text | null },
  observers: {
    // The words stay while the sheet slides away.
    text(text: Text | null) {
      this.setData(text === null ? { shown: false } : { shown: true, last: text });
    },
  },
  methods: {
    onAction() {
      this.triggerEvent('action', { kind: this.data.last?.action?.kind ?? 'dismiss' });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
