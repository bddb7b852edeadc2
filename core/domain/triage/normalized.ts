const DIGITS = '零一二三四五六七八九';
const ONE = '[一二三四五六七八九]';
const HUNDREDS = new RegExp(`([一二两三四五六七八九])百(?:(${ONE})十(${ONE})?|零(${ONE})|(${ONE}))?`, 'g');
const TENS = /([一二三四五六七八九])?十([一二三四五六七八九])?/g;
/** 十 here is no number. */
const NO_NUMBER = /十分|十足|十字|十全/g;
const FULL_WIDTH = /[！-～]/g;
const TO_HALF = 0xfee0;

const digitOf = (character: string | undefined, without: number): number =>
  character === undefined ? without : DIGITS.indexOf(character === '两' ? '二' : character);

/** 一百六十 → 160, 一百六 → 160, 一百零五 → 105. */
const hundredsInDigits = (text: string): string =>
  text.replace(HUNDREDS, (_whole: string, hundreds: string, ...rest: (string | undefined)[]) => {
    const [tens, units, ones, shortTens] = rest;
    const low = digitOf(tens ?? shortTens, 0) * 10 + digitOf(units ?? ones, 0);
    return String(digitOf(hundreds, 0) * 100 + low);
  });

/** 三十九 → 39, 十 → 10; what is no number stays. */
function numbersInDigits(text: string): string {
  const spared = new Set<number>();
  for (const found of text.matchAll(NO_NUMBER)) spared.add(found.index);
  return text.replace(
    TENS,
    (whole: string, tens: string | undefined, units: string | undefined, at: number) => {
      if (spared.has(at)) return whole;
      return String(digitOf(tens, 1) * 10 + digitOf(units, 0));
    },
  );
}

/**
 * What is compared, never what is shown: half-width, small letters, numbers in digits, no spaces between characters,
 * line breaks as full stops.
 */
export const normalized = (text: string): string =>
  numbersInDigits(
    hundredsInDigits(text)
      .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - TO_HALF))
      .toLowerCase()
      .replace(/[\r\n]+/g, '。')
      .replace(/[\s\u3000]+/g, ' ')
      .trim(),
  );

/** Where a statement ends: what stands behind it is not touched by a "no" before it. */
export const CLAUSE_END = /[,。;!?:、~…|/]|\s/;
/** As CLAUSE_END, but a list goes on over its commas of enumeration. */
export const LIST_END = /[,。;!?:~…|]|\s/;
