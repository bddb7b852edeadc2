import { describe, expect, test } from '@jest/globals';
import { normalizeName } from '@core/domain/identity/person-name';

describe('a name', () => {
  test.each([
    ['王小明', '王小明'],
    ['  王小明 ', '王小明'],
    ['王 小明', '王小明'],
    ['王\u3000小\u3000明', '王小明'],
    ['阿依·努尔', '阿依·努尔'],
    ['阿依•努尔', '阿依·努尔'],
    ['阿依・努尔', '阿依·努尔'],
    ['阿依.努尔', '阿依·努尔'],
    ['阿依．努尔', '阿依·努尔'],
    ['Anne-Marie  Li', 'Anne-Marie Li'],
    ['O’Neil', 'O’Neil'],
    ['𠮷野', '𠮷野'],
    ['Ａｎｎｅ', 'Anne'],
  ])('%p is written %p', (typed, written) => {
    expect(normalizeName(typed)).toEqual({ ok: true, value: written });
  });

  test.each([
    '',
    ' ',
    '王',
    '王1',
    '12',
    '<b>',
    '王小明;',
    '·王',
    '王·',
    '王\u200b小',
    '$gt',
    '😀😀',
    '王'.repeat(51),
  ])('%p is none', (typed) => {
    expect(normalizeName(typed)).toEqual({ ok: false, error: 'NAME_INVALID', detail: null });
  });

  test('of fifty characters is still one', () => {
    expect(normalizeName('王'.repeat(50)).ok).toBe(true);
  });

  test('written once stays as it is', () => {
    for (const typed of ['阿依.努尔', '王 小 明', 'Anne  Li']) {
      const once = normalizeName(typed);
      expect(once.ok && normalizeName(once.value)).toEqual(once);
    }
  });
});
