import { tableRows } from '../triage/table';
import { plainText } from './place-names';
import type { Floor } from './plan';

/** What people say, also misspelt, and the word of the plan that they mean by it. */
export interface Saying {
  readonly said: string;
  readonly means: string;
}

/** Rows of `sayings.tsv`: a word of the plan, and its sayings. */
export const readSayings = (text: string): readonly Saying[] =>
  tableRows(text).flatMap(({ means = '', said = '' }) =>
    said.split('、').map((one) => ({ said: plainText(one), means: plainText(means) })),
  );

/** What somebody typed, in all the ways in which it may be meant. */
export interface PlaceQuery {
  /** As it was typed. */
  readonly typed: string;
  /** The words to look for, as they were typed first. */
  readonly wordings: readonly string[];
  /** How much of a floor was named: 1 its building or its storey, 2 both. */
  readonly named: (floor: Floor) => number;
  /** Nothing but a building or a storey was named. */
  readonly isFloorOnly: boolean;
}

const DIGITS = '零一二三四五六七八九';
const STOREY = /([负下]?)([一二三四五六七八九\d])(?=[楼层])/g;
const BELOW = /(?:地下|负|b)(\d)[楼层]?/;
const ABOVE = /(\d+)[楼层]/;

/** 三楼 → 3楼 */
const inDigits = (typed: string): string =>
  typed.replace(STOREY, (_, below: string, digit: string) => {
    const number = DIGITS.indexOf(digit);
    return `${below}${String(number < 0 ? digit : number)}`;
  });

/** 门诊楼 of 门诊楼 2 楼; the open ground is named by nobody. */
const buildingOf = ({ name, level }: Floor): string =>
  level === 0 ? '' : plainText(name).replace(/(?:地下|负)?\d+[楼层]$/, '');

const AT_FIRST = /^(?:请问|麻烦|我|要|想|找|去|到)+/;
const AT_LAST = /(?:在哪里?|在几楼|怎么走|怎么去|哪里有|几楼)(?:啊|呀|呢|吗)?$/;

/** Without the politeness around a question. */
const bare = (typed: string): string => typed.replace(AT_FIRST, '').replace(AT_LAST, '');

interface Named {
  /** 0 where none was named: nobody calls the open ground a storey. */
  readonly level: number;
  readonly buildings: readonly string[];
  /** The words by which they were named. */
  readonly words: readonly string[];
}

function namedIn(typed: string, floors: readonly Floor[]): Named {
  const below = BELOW.exec(typed);
  const above = below === null ? ABOVE.exec(typed) : null;
  const known = [...new Set(floors.map(buildingOf))];
  const buildings = known.filter((name) => name !== '' && typed.includes(name));
  const words = [...buildings, (below ?? above)?.[0] ?? ''].filter((word) => word !== '');
  return { level: Number(above?.[1] ?? 0) - Number(below?.[1] ?? 0), buildings, words };
}

/** Reads what was typed, with what people say in place of the plan's words. */
export function placeQuery(
  typedText: string,
  floors: readonly Floor[],
  sayings: readonly Saying[] = [],
): PlaceQuery {
  const typed = inDigits(plainText(typedText));
  const { level, buildings, words } = namedIn(typed, floors);
  const rest = bare(words.reduce((left, word) => left.replace(word, '').replace(/^的/, ''), typed));
  const plain = [typed, bare(typed), rest].filter((word) => word !== '');
  const meant = plain.flatMap((word) =>
    sayings.filter(({ said }) => word.includes(said)).map(({ said, means }) => word.replace(said, means)),
  );
  return {
    typed,
    wordings: [...new Set([...plain, ...meant])],
    isFloorOnly: words.length > 0 && rest === '',
    named: (floor) =>
      Number(level !== 0 && level === floor.level) + Number(buildings.includes(buildingOf(floor))),
  };
}
