/** Time left until an instant (epoch milliseconds). Fires `finish` once it is reached. */
Component({
  properties: {
    endsAt: { type: Number, value: 0 },
    label: { type: String, value: '剩余时间' },
    format: { type: String, value: 'mm:ss' },
  },
  data: { left: 0 },
  observers: {
    endsAt(endsAt: number) {
      this.setData({ left: Math.max(0, endsAt - Date.now()) });
    },
  },
  pageLifetimes: {
    // A phone that slept has stopped its timers: count anew from the clock.
    show() {
      this.setData({ left: Math.max(0, this.data.endsAt - Date.now()) });
    },
  },
  methods: {
    onFinish() {
      this.triggerEvent('finish');
    },
  },
});
