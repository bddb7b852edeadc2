/** Short waits show nothing: a skeleton that flashes is worse than none. */
const APPEARS_AFTER_MS = 150;
const timers = new WeakMap<object, number>();

/** The outline of what is coming. `layout`: cards, list or form. */
Component({
  properties: {
    layout: { type: String, value: 'cards' },
    count: { type: Number, value: 3 },
  },
  data: { shown: false, places: [0, 1, 2] },
  observers: {
    count(count: number) {
      this.setData({ places: Array.from({ length: count }, (_, place) => place) });
    },
  },
  lifetimes: {
    attached() {
      timers.set(
        this,
        setTimeout(() => this.setData({ shown: true }), APPEARS_AFTER_MS),
      );
    },
    detached() {
      clearTimeout(timers.get(this) ?? 0);
    },
  },
});
