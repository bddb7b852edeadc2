/** A quiet line of news that stands still. Fires `press` where `link` is set. `tone`: info, warning or danger. */
Component({
  properties: {
    text: { type: String, value: '' },
    tone: { type: String, value: 'info' },
    icon: { type: String, value: 'info-o' },
    link: { type: Boolean, value: false },
  },
  methods: {
    onPress() {
      if (this.data.link) this.triggerEvent('press');
    },
  },
});
