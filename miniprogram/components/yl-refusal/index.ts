/** The hospital says no: the rule in a sentence, what to do instead, one button. Fires `action`. */
Component({
  properties: {
    title: { type: String, value: '' },
    reason: { type: String, value: '' },
    next: { type: String, value: '' },
    actionLabel: { type: String, value: '' },
  },
  methods: {
    onAction() {
      this.triggerEvent('action');
    },
  },
});
