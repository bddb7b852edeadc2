import { formatFen, isFen } from '@core/domain/money';

/** An amount of fen as ¥25.00, digits of equal width. `size`: normal or large. */
Component({
  properties: {
    amount: { type: Number, value: 0 },
    size: { type: String, value: 'normal' },
  },
  data: { text: '¥0.00' },
  observers: {
    amount(amount: number) {
      this.setData({ text: isFen(amount) ? formatFen(amount) : '' });
    },
  },
});
