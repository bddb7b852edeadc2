/** Nothing here yet: what will be here and how to get the first one. Fires `action`. */
Component({
  properties: {
    title: { type: String, value: '' },
    hint: { type: String, value: '' },
    icon: { type: String, value: 'notes-o' },
    actionLabel: { type: String, value: '' },
  },
  methods: {
    onAction() {
      this.triggerEvent('action');
    },
  },
});
