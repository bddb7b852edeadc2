/**
 * Days to choose from, in a row. `days`: `{ day, top, date, level, levelName, label }`; fires `change` with `{ day }`.
 * `level` colours the word under the date: none, full, few or many.
 */
Component({
  properties: {
    days: {
      type: Array,
      value: [] as {
        day: string;
        top: string;
        date: string;
        level: string;
        levelName: string;
        label: string;
      }[],
    },
    chosen: { type: String, value: '' },
  },
  methods: {
    onTap(event: WechatMiniprogram.TouchEvent) {
      this.triggerEvent('change', { day: event.currentTarget.dataset['day'] as string });
    },
  },
});
