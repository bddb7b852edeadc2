/** What failed, what is safe, one button. Fires `action`. */
Component({
  properties: {
    title: { type: String, value: '' },
    /** What has not been lost. */
    safe: { type: String, value: '' },
    next: { type: String, value: '' },
    icon: { type: String, value: 'warning-o' },
    actionLabel: { type: String, value: '再试一次' },
    busy: { type: Boolean, value: false },
  },
  methods: {
    onAction() {
      this.triggerEvent('action');
    },
  },
});
