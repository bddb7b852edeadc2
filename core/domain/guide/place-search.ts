import { bestFit, isNearMiss, type Fit } from './place-fit';
import { plainText, whereabouts } from './place-names';
import { placeQuery, type PlaceQuery, type Saying } from './place-query';
import type { Finding, Floor, Place } from './plan';

/** What a search looks through. */
export interface Searched {
  readonly floors: readonly Floor[];
  readonly places: readonly Place[];
  readonly findings: readonly Finding[];
  /** Everyday words that stand in no row of the plan. */
  readonly sayings?: readonly Saying[];
}

export interface PlaceHit {
  readonly placeId: string;
  /** What was found: the place's own name, or the doctor, clinic or department that is there. */
  readonly title: string;
  /** 门诊楼 2 楼 A 区; with the name of the place where the title is somebody's. */
  readonly where: string;
  readonly note: string;
}

interface Candidate extends PlaceHit, Fit {
  /** How much of where it is was said. */
  readonly named: number;
  readonly landmark: boolean;
}

const TITLE = /^(.+?)(?:医生|大夫|主任|教授).*$/;

/** 苏医生 is asked for by those who know only the surname. */
const withoutTitle = (typed: string): string => typed.replace(TITLE, '$1');

const better = (a: Candidate, b: Candidate): number =>
  a.fit - b.fit ||
  b.named - a.named ||
  (a.fit === 3 ? b.length - a.length : 0) ||
  Number(b.landmark) - Number(a.landmark);

/** Of a floor that somebody named, what one sees there. */
const SEEN_THERE: Fit = { fit: 3, length: 0 };

type FitOf = (names: readonly string[], isPerson: boolean) => Fit | null;

/** Everything that fits, unsorted. */
function candidates({ floors, places, findings }: Searched, query: PlaceQuery, fitOf: FitOf): Candidate[] {
  const floorOf = new Map(floors.map((floor) => [floor.floorId, floor]));
  const placeOf = new Map(places.map((place) => [place.placeId, place]));
  const near = (floor: Floor | undefined): number => (floor === undefined ? 0 : query.named(floor));
  const people = findings.flatMap(({ kind, placeId, name, pinyin, initials, note }): Candidate[] => {
    const place = placeOf.get(placeId);
    const fit = fitOf([name, pinyin, initials], kind === 'doctor');
    if (place === undefined || fit === null) return [];
    const floor = floorOf.get(place.floorId);
    const where = [whereabouts(place, floor), place.name].join(' ');
    return [{ placeId, title: name, where, note, landmark: true, named: near(floor), ...fit }];
  });
  const own = places.flatMap((place): Candidate[] => {
    const floor = floorOf.get(place.floorId);
    const { placeId, name: title, landmark, area, words } = place;
    const isSeenThere = query.isFloorOnly && landmark && near(floor) > 0;
    const fit = fitOf([title, `${area}${title}`, ...words], false) ?? (isSeenThere ? SEEN_THERE : null);
    if (fit === null) return [];
    return [
      { placeId, title, where: whereabouts(place, floor), note: '', landmark, named: near(floor), ...fit },
    ];
  });
  return [...people, ...own];
}

const hitOf = ({ placeId, title, where, note }: Candidate): PlaceHit => ({ placeId, title, where, note });

/**
 * Places for what somebody typed or said: a name, a doctor, a department, pinyin, an everyday word, or a sentence that
 * holds one of them. The best fit first; of equals, what is where it was said to be, what is easily seen, what is
 * `nearest`, then the plan's order.
 */
export function searchPlaces(
  searched: Searched,
  typedText: string,
  nearest: (placeId: string) => number = () => 0,
): readonly PlaceHit[] {
  const query = placeQuery(typedText, searched.floors, searched.sayings);
  if (query.typed === '') return [];
  const asked = query.wordings.map(withoutTitle);
  const found = candidates(searched, query, (names, isPerson) =>
    bestFit(names, isPerson ? asked : query.wordings),
  );
  const away = new Map(found.map(({ placeId }) => [placeId, nearest(placeId)]));
  return found
    .sort((a, b) => better(a, b) || (away.get(a.placeId) ?? 0) - (away.get(b.placeId) ?? 0))
    .map(hitOf);
}

/** What somebody may have meant whose word has one wrong character; worth asking where nothing else was found. */
export function guessPlaces(searched: Searched, typedText: string): readonly PlaceHit[] {
  const query = placeQuery(typedText, searched.floors, searched.sayings);
  const guessed = candidates(searched, query, (names) => {
    const meant = names.find((name) => isNearMiss(name, query.typed));
    return meant === undefined ? null : { fit: 0, length: plainText(meant).length };
  });
  return guessed.sort(better).map(hitOf);
}
