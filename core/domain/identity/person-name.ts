import { accept, refuse, type Result } from '../result';

/** Chinese characters, letters of other scripts, and the signs that stand in names: 阿依·努尔, O’Neil, Anne-Marie. */
const NAME =
  /^[\p{Script=Han}\p{Script=Latin}][\p{Script=Han}\p{Script=Latin}·•.’'\- ]{0,48}[\p{Script=Han}\p{Script=Latin}.]$/u;

/** One way of writing the same name: middle dots and blanks vary between keyboards. */
export function normalizeName(text: string): Result<string, { NAME_INVALID: null }> {
  const name = text
    .normalize('NFKC')
    .trim()
    .replace(/[•‧・･.](?=\p{Script=Han})/gu, '·')
    .replace(/\s+/g, ' ')
    .replace(/(\p{Script=Han}) (?=\p{Script=Han})/gu, '$1');
  return NAME.test(name) ? accept(name) : refuse('NAME_INVALID', null);
}
