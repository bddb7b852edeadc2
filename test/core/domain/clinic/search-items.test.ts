import { describe, expect, test } from '@jest/globals';
import { searchItems } from '@core/domain/clinic/search-items';

const item = (
  itemId: string,
  name: string,
  pinyin: string,
  category: 'laboratory' | 'imaging' = 'laboratory',
) => ({
  itemId,
  name,
  pinyin: pinyin.replaceAll(' ', ''),
  initials: pinyin
    .split(' ')
    .map((syllable) => syllable.charAt(0))
    .join(''),
  category,
});

const ITEMS = [
  item('lab-urine', '尿常规', 'niao chang gui'),
  item('lab-blood', '血常规（五分类）', 'xue chang gui wu fen lei'),
  item('lab-crp', 'C 反应蛋白', 'fan ying dan bai'),
  item('us-abdomen', '腹部超声', 'fu bu chao sheng', 'imaging'),
];

const found = (words: string | null, category: 'laboratory' | 'imaging' | null = null, most = 30) =>
  searchItems(ITEMS, { words, category }, most).map(({ itemId }) => itemId);

describe('a search in the price list', () => {
  test.each([
    ['血常规', ['lab-blood']],
    ['五分类', ['lab-blood']],
    ['血常规五分', ['lab-blood']],
    ['xcg', ['lab-blood']],
    ['xuechang', ['lab-blood']],
    ['CHANGGUI', ['lab-urine', 'lab-blood']],
    ['c反应', ['lab-crp']],
    ['us-abdomen', ['us-abdomen']],
    ['胎儿', []],
  ])('for %s finds %j', (words, expected) => {
    expect(found(words)).toEqual(expected);
  });

  test('without words shows the category in the order of the hospital', () => {
    expect(found(null, 'imaging')).toEqual(['us-abdomen']);
    expect(found('  ', null, 2)).toEqual(['lab-urine', 'lab-blood']);
  });

  test('puts what begins with the words before what only holds them', () => {
    expect(found('c')[0]).toBe('lab-crp');
  });
});
