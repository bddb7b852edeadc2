import type { OrderCategory } from './order';

/** What a search looks at. */
export interface Searchable {
  readonly itemId: string;
  readonly name: string;
  /** Without spaces. */
  readonly pinyin: string;
  readonly initials: string;
  readonly category: OrderCategory;
}

export interface Wanted {
  /** What the doctor typed; null for all. */
  readonly words: string | null;
  readonly category: OrderCategory | null;
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s（）()]/g, '');

/** How well an item answers, the lower the better; null where it does not. */
function rankOf(item: Searchable, words: string): number | null {
  const name = plain(item.name);
  if (name.startsWith(words) || item.itemId === words) return 0;
  if (item.initials.startsWith(words)) return 1;
  if (item.pinyin.startsWith(words)) return 2;
  if (name.includes(words)) return 3;
  if (item.initials.includes(words) || item.pinyin.includes(words)) return 4;
  return null;
}

/** Items by name, pinyin, initials or id, the best first; equally good ones stay in the hospital's order. */
export function searchItems<T extends Searchable>(
  items: readonly T[],
  wanted: Wanted,
  most: number,
): readonly T[] {
  const ofCategory = items.filter(({ category }) => (wanted.category ?? category) === category);
  const words = plain(wanted.words ?? '');
  if (words === '') return ofCategory.slice(0, most);
  return ofCategory
    .map((item) => ({ item, rank: rankOf(item, words) }))
    .filter((found): found is { item: T; rank: number } => found.rank !== null)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ item }) => item);
}
