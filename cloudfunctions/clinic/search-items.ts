import type { clinic } from '@core/contract/clinic';
import type { ServiceItem } from '@core/contract/clinic-views';
import { searchItems as search } from '@core/domain/clinic/search-items';
import { accept } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { priceList, type PriceItem } from '../_store/price-list';

/** A page's worth: who wants more types another letter. */
const MOST = 30;

const shown = (item: PriceItem): ServiceItem => ({
  itemId: item.itemId,
  name: item.name,
  category: item.category,
  desk: item.desk,
  feeFen: item.feeFen,
  unit: item.unit,
  placeId: item.placeId,
  preparation: item.preparation,
});

/** The price list by name, pinyin, initials or id. */
export const searchItems: UseCase<typeof clinic.procedures.searchItems> = async (input, context) => {
  const items = await priceList.current(context.now);
  return accept(search(items, input, MOST).map(shown));
};
