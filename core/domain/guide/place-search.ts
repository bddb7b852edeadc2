import { plainText, whereabouts } from './place-names';
import type { Finding, Floor, Place } from './plan';

/** What a search looks through. */
export interface Searched {
  readonly floors: readonly Floor[];
  readonly places: readonly Place[];
  readonly findings: readonly Finding[];
}

export interface PlaceHit {
  readonly placeId: string;
  /** What was found: the place's own name, or the doctor, clinic or department that is there. */
  readonly title: string;
  /** 门诊楼 2 楼 A 区; with the name of the place where the title is somebody's. */
  readonly where: string;
  readonly note: string;
}

/** 0 the very word, 1 its beginning, 2 somewhere in it, 3 the word stands in a sentence. */
type Fit = 0 | 1 | 2 | 3;

interface Candidate extends PlaceHit {
  readonly fit: Fit;
  /** Longer words in a sentence say more. */
  readonly length: number;
  readonly landmark: boolean;
}

/** A single character in a sentence means nothing. */
const SHORTEST_IN_SENTENCE = 2;

function fitOf(word: string, typed: string): Fit | null {
  if (word === '') return null;
  if (word === typed) return 0;
  if (word.startsWith(typed)) return 1;
  if (word.includes(typed)) return 2;
  return word.length >= SHORTEST_IN_SENTENCE && typed.includes(word) ? 3 : null;
}

/** The best fit of several names. */
function bestFit(names: readonly string[], typed: string): { fit: Fit; length: number } | null {
  let best: { fit: Fit; length: number } | null = null;
  for (const name of names) {
    const word = plainText(name);
    const fit = fitOf(word, typed);
    if (fit === null) continue;
    if (best === null || fit < best.fit || (fit === best.fit && word.length > best.length))
      best = { fit, length: word.length };
  }
  return best;
}

const TITLE = /^(.+)(?:医生|大夫|主任|教授)$/;

/** 苏医生 is asked for by those who know only the surname. */
const withoutTitle = (typed: string): string => typed.replace(TITLE, '$1');

const better = (a: Candidate, b: Candidate): number =>
  a.fit - b.fit || (a.fit === 3 ? b.length - a.length : 0) || Number(b.landmark) - Number(a.landmark);

/**
 * Places for what somebody typed or said: a name, a doctor, a department, pinyin, an everyday word, or a sentence that
 * holds one of them. The best fit first; of equals, what is easily seen, then what is `nearest`, then the plan's order.
 */
export function searchPlaces(
  { floors, places, findings }: Searched,
  typedText: string,
  nearest: (placeId: string) => number = () => 0,
): readonly PlaceHit[] {
  const typed = plainText(typedText);
  if (typed === '') return [];
  const floorOf = new Map(floors.map((floor) => [floor.floorId, floor]));
  const placeOf = new Map(places.map((place) => [place.placeId, place]));
  const found: Candidate[] = [];
  for (const { kind, placeId, name, pinyin, initials, note } of findings) {
    const place = placeOf.get(placeId);
    const asked = kind === 'doctor' ? withoutTitle(typed) : typed;
    const fit = bestFit([name, pinyin, initials], asked);
    if (place === undefined || fit === null) continue;
    const where = [whereabouts(place, floorOf.get(place.floorId)), place.name].join(' ');
    found.push({ placeId, title: name, where, note, landmark: true, ...fit });
  }
  for (const place of places) {
    const fit = bestFit([place.name, ...place.words], typed);
    if (fit === null) continue;
    const where = whereabouts(place, floorOf.get(place.floorId));
    const { placeId, name: title, landmark } = place;
    found.push({ placeId, title, where, note: '', landmark, ...fit });
  }
  const away = new Map(found.map(({ placeId }) => [placeId, nearest(placeId)]));
  return found
    .sort((a, b) => better(a, b) || (away.get(a.placeId) ?? 0) - (away.get(b.placeId) ?? 0))
    .map(({ placeId, title, where, note }) => ({ placeId, title, where, note }));
}
