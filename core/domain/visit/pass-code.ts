import { addDays, daysBetween, type CalendarDay } from '../calendar-day';

/**
 * The pass of a day: 16 letters and digits, shown as `PASS:` in a code and in groups of four to read aloud. Three for the
 * day, eight that find the person, five that prove that the hospital made it. Nothing in it is personal.
 */
export interface PassParts {
  readonly day: CalendarDay;
  readonly finder: string;
}

export type ReadPass =
  | { readonly state: 'valid'; readonly finder: string }
  | { readonly state: 'altered' }
  /** Of another day than today. */
  | { readonly state: 'expired'; readonly day: CalendarDay };

export const PASS_PREFIX = 'PASS:';
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const DAY_LENGTH = 3;
const FINDER_LENGTH = 8;
const PROOF_LENGTH = 5;
const WHOLE = new RegExp(`^[A-Z2-7]{${DAY_LENGTH + FINDER_LENGTH + PROOF_LENGTH}}$`);
const EPOCH = '2020-01-01' as CalendarDay;

/** A keyed fingerprint in letters and digits; the key stays on the server. */
export type Prove = (text: string) => string;

/** @param parts `finder` may be longer: its first eight characters are used. */
export function writePass({ day, finder }: PassParts, prove: Prove): string {
  const body = `${dayText(day)}${finder.slice(0, FINDER_LENGTH).toUpperCase()}`;
  return `${body}${proofOf(body, prove)}`;
}

/** Reads what was scanned or typed: case, spaces and the prefix do not matter. */
export function readPass(text: string, today: CalendarDay, prove: Prove): ReadPass {
  const code = text.toUpperCase().replace(PASS_PREFIX, '').replaceAll(/\s/g, '');
  const body = code.slice(0, DAY_LENGTH + FINDER_LENGTH);
  if (!WHOLE.test(code) || proofOf(body, prove) !== code.slice(body.length)) return { state: 'altered' };
  const day = dayFrom(body);
  return day === today ? { state: 'valid', finder: body.slice(DAY_LENGTH) } : { state: 'expired', day };
}

/** ABCD EFGH IJKL MNOP */
export const spokenPass = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1 ');

const proofOf = (body: string, prove: Prove): string => prove(body).slice(0, PROOF_LENGTH).toUpperCase();

function dayText(day: CalendarDay): string {
  let rest = daysBetween(EPOCH, day);
  let text = '';
  for (let place = 0; place < DAY_LENGTH; place += 1) {
    text = `${ALPHABET[rest % ALPHABET.length] ?? ''}${text}`;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return text;
}

const dayFrom = (body: string): CalendarDay =>
  addDays(
    EPOCH,
    Array.from(body.slice(0, DAY_LENGTH)).reduce(
      (days, letter) => days * ALPHABET.length + ALPHABET.indexOf(letter),
      0,
    ),
  );
