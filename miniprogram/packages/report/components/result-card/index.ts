/** One result: what it is, its value, high or low in a word, a sign and a colour, its range as a bar, and what it means. */
Component({
  properties: {
    row: { type: Object, value: {} },
  },
  methods: {
    onTrend() {
      this.triggerEvent('trend', { code: (this.data.row as { code: string }).code });
    },
  },
});
