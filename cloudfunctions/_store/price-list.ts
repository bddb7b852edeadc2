import type { ServiceItem } from '@core/contract/clinic-views';
import { hospitalPart } from './hospital-parts';

/** One line of the price list, with what a search needs. */
export interface PriceItem extends ServiceItem {
  /** Without spaces: `xuechanggui`. */
  readonly pinyin: string;
  /** First letters: `xcg`. */
  readonly initials: string;
}

/** What doctors of this hospital can order, in the hospital's order; empty where it has no price list. */
export const priceList = hospitalPart<readonly PriceItem[]>('price-list', []);
