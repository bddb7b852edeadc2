import type { LaboratoryItem } from './catalogue';
import type { ResultLevel } from './report';

/** One way of writing the same word: full width, blanks and dashes make no difference, nor does English. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[−–—]/g, '-')
    .toLowerCase()
    .replace(/^neg(?:ative)?$/, '阴性')
    .replace(/^pos(?:itive)?$/, '阳性');

/** A single sign at the beginning says nothing of the rest. */
const isWord = (usual: string): boolean => usual.length > 1;

/**
 * A result in words beside the words that are usual. The laboratory's own "as usual" is believed where the text begins
 * like a usual one (`阴性 0.05`): whatever else it may say, `阳性` is not taken for `阴性`.
 */
export function wordLevel(
  text: string | null,
  item: LaboratoryItem | null,
  flag: ResultLevel | null,
): ResultLevel {
  const usual = (item?.usualWords ?? []).map(plain);
  if (text === null || usual.length === 0) return 'unjudged';
  const said = plain(text);
  if (usual.includes(said)) return 'normal';
  const vouched = flag === 'normal' && usual.some((word) => isWord(word) && said.startsWith(word));
  return vouched ? 'normal' : 'abnormal';
}
