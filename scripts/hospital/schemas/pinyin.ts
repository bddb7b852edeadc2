import * as v from 'valibot';
import { text } from './atoms';

const HAN = /\p{Script=Han}/gu;

/** Syllables without tones, ü as v, one space between two: `lv qing he`. */
export const pinyinCell = v.pipe(
  v.string(),
  v.regex(/^[a-z]+( [a-z]+)*$/, 'must be pinyin in lower case with a space after each syllable'),
);

export const nameCells = { name: text(40), pinyin: pinyinCell };

/** A name must have one syllable for each Chinese character; Latin letters in it need none. */
export const syllablesMatch = ({ name, pinyin }: { name: string; pinyin: string }): boolean =>
  (name.match(HAN) ?? []).length === pinyin.split(' ').length;

export const SYLLABLES_DIFFER = 'must have one syllable for each Chinese character of the name';
