/** What `yl-empty`, `yl-error` and `yl-refusal` look like: a sign, a sentence, why, what next, one button. */
Component({
  properties: {
    tone: { type: String, value: 'neutral' },
    icon: { type: String, value: 'info-o' },
    title: { type: String, value: '' },
    reason: { type: String, value: '' },
    next: { type: String, value: '' },
    actionLabel: { type: String, value: '' },
    busy: { type: Boolean, value: false },
  },
  methods: {
    onPress() {
      this.triggerEvent('action');
    },
  },
});
