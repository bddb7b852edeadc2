import type { ServiceItem } from '@core/contract/clinic-views';
import type { OrderCategory } from '@core/domain/clinic/order';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { goBack } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import type { Chosen } from '../../order-words';
import { basketRows, basketWith, CATEGORIES, itemRows, orderButton, type ItemRow } from './order.view';

type OrderData = {
  load: LoadState;
  appointmentId: string;
  words: string;
  category: OrderCategory | '';
  categories: typeof CATEGORIES;
  found: readonly ServiceItem[];
  rows: readonly ItemRow[];
  basket: readonly Chosen[];
  chosen: ReturnType<typeof basketRows>;
  button: string;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: OrderData = {
  load: LOADING,
  appointmentId: '',
  words: '',
  category: '',
  categories: CATEGORIES,
  found: [],
  rows: [],
  basket: [],
  chosen: [],
  button: orderButton([]),
  busy: false,
  refusal: null,
};

const placeOrder = createCommand(api.clinic.placeOrder);

interface Tap {
  readonly currentTarget: { readonly dataset: Readonly<Record<string, string>> };
}

const idOf = ({ currentTarget }: Tap): string => currentTarget.dataset['id'] ?? '';

definePage({
  data,

  onLoad(query) {
    this.setData({ appointmentId: query['appointmentId'] ?? '' });
    void this.search();
  },

  async search() {
    const { words, category } = this.data;
    const asked = { words: words.trim() === '' ? null : words.trim(), category: category || null };
    const answer = await api.clinic.searchItems(asked);
    // Something else was typed meanwhile.
    if (words !== this.data.words || category !== this.data.category) return;
    if (answer.ok) {
      this.setData({ load: READY, found: answer.value, rows: itemRows(answer.value, this.data.basket) });
    } else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  onWords(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: event.detail.value.slice(0, 30) });
    void this.search();
  },

  onCategory({ currentTarget }: Tap) {
    this.setData({ category: currentTarget.dataset['category'] as OrderData['category'] });
    void this.search();
  },

  onAdd(event: Tap) {
    const item = this.data.found.find(({ itemId }) => itemId === idOf(event));
    if (item) this.put(item, 1);
  },

  onMore(event: Tap) {
    this.change(idOf(event), 1);
  },

  onLess(event: Tap) {
    this.change(idOf(event), -1);
  },

  change(itemId: string, by: number) {
    const item = this.data.basket.find((chosen) => chosen.item.itemId === itemId)?.item;
    if (item) this.put(item, by);
  },

  put(item: ServiceItem, by: number) {
    const basket = basketWith(this.data.basket, item, by);
    this.setData({
      basket,
      chosen: basketRows(basket),
      rows: itemRows(this.data.found, basket),
      button: orderButton(basket),
    });
  },

  async onPlace() {
    const { appointmentId, basket } = this.data;
    if (basket.length === 0) return;
    const items = basket.map(({ item, quantity }) => ({ itemId: item.itemId, quantity }));
    const answer = await runOnce(this, () => placeOrder({ appointmentId, items }));
    if (answer) goBack();
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.search() });
  },
});
