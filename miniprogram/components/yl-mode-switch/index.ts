/** The switch between normal and elderly mode, always in sight. Fires `change` with `{ elderly }`. */
Component({
  properties: {
    elderly: { type: Boolean, value: false },
  },
  methods: {
    onTap() {
      this.triggerEvent('change', { elderly: !this.data.elderly });
    },
  },
});
