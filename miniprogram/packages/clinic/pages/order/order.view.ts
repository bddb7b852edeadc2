import type { ServiceItem } from '@core/contract/clinic-views';
import { formatFen, ZERO_FEN } from '@core/domain/money';
import { amountOf, basketTotal, CATEGORY, type Chosen } from '../../order-words';

/** As many of one thing as the server takes. */
const MOST = 99;

export const CATEGORIES = [
  { value: '', title: '全部' },
  { value: 'laboratory', title: CATEGORY.laboratory },
  { value: 'imaging', title: CATEGORY.imaging },
  { value: 'drug', title: CATEGORY.drug },
  { value: 'treatment', title: CATEGORY.treatment },
] as const;

/** An item that was found. */
export interface ItemRow {
  readonly itemId: string;
  readonly name: string;
  /** 检验 · ¥20.00/次 */
  readonly line: string;
  readonly preparation: string;
  readonly chosen: boolean;
  readonly label: string;
}

const priceOf = ({ feeFen, unit }: ServiceItem): string =>
  feeFen === ZERO_FEN ? '不收费' : `${formatFen(feeFen)}/${unit}`;

export function itemRows(items: readonly ServiceItem[], basket: readonly Chosen[]): readonly ItemRow[] {
  const chosen = new Set(basket.map(({ item }) => item.itemId));
  return items.map((item) => ({
    itemId: item.itemId,
    name: item.name,
    line: `${CATEGORY[item.category]} · ${priceOf(item)}`,
    preparation: item.preparation ?? '',
    chosen: chosen.has(item.itemId),
    label: `${item.name}，${CATEGORY[item.category]}，${priceOf(item)}${chosen.has(item.itemId) ? '，已选' : ''}`,
  }));
}

/** The basket after one more or one less of an item; none left takes it out. */
export function basketWith(basket: readonly Chosen[], item: ServiceItem, by: number): readonly Chosen[] {
  const before = basket.find((chosen) => chosen.item.itemId === item.itemId);
  if (!before) return by > 0 ? [...basket, { item, quantity: 1 }] : basket;
  const quantity = Math.min(MOST, before.quantity + by);
  return basket
    .map((chosen) => (chosen === before ? { item, quantity } : chosen))
    .filter((chosen) => chosen.quantity > 0);
}

export const basketRows = (basket: readonly Chosen[]) =>
  basket.map(({ item, quantity }) => ({
    itemId: item.itemId,
    name: item.name,
    quantity: `${String(quantity)} ${item.unit}`,
    amount: formatFen(amountOf({ feeFen: item.feeFen, quantity })),
  }));

/** The one button says what it does and what it costs. */
export const orderButton = (basket: readonly Chosen[]): string =>
  basket.length === 0 ? '先选要开的' : `开 ${String(basket.length)} 项，一共 ${basketTotal(basket)}`;
