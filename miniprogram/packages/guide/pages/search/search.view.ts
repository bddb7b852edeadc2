import { readSayings } from '@core/domain/guide/place-query';
import { guessPlaces, searchPlaces, type PlaceHit } from '@core/domain/guide/place-search';
import sayingsTable from '@core/domain/guide/sayings.tsv';
import type { KeptPlan } from '../../../../services/plan';
import { spokenMinutes } from '../../direction-words';
import { mobility, positionIn, walksOf } from '../../walks';

export interface FoundRow {
  readonly key: string;
  readonly placeId: string;
  readonly title: string;
  readonly note: string;
  /** 约 2 分钟 from where the person said to be; empty where that is not known. */
  readonly away: string;
}

/** More than anybody reads; a longer word finds the rest. */
const MOST_ROWS = 15;

/** What people ask for most, in their words. */
export const EVERYDAY = ['厕所', '抽血', '取药', '缴费', 'B超', '拍片', '打针', '吃饭'] as const;

function rowOf({ placeId, title, where, note }: PlaceHit, seconds: number): FoundRow {
  return {
    key: `${placeId} ${title}`,
    placeId,
    title,
    note: [where, note].filter((part) => part !== '').join(' · '),
    away: seconds > 0 && seconds < Infinity ? spokenMinutes(seconds) : '',
  };
}

export interface Found {
  readonly rows: readonly FoundRow[];
  /** Nothing bears these words: the rows are what somebody may have meant. */
  readonly isGuess: boolean;
}

const sayings = readSayings(sayingsTable);

/** Places for what was typed, the best fit first; of equals the nearest to where the person said to be. */
export function findPlaces(plan: KeptPlan, typed: string): Found {
  const position = positionIn(plan);
  const places = new Map(plan.places.map((place) => [place.placeId, place]));
  const seconds = (placeId: string): number => {
    const place = places.get(placeId);
    if (position === null || place === undefined) return 0;
    return walksOf(plan, mobility())(position, place)?.seconds ?? Infinity;
  };
  const searched = { ...plan, sayings };
  const hits = searchPlaces(searched, typed, seconds);
  const shown = hits.length > 0 ? hits : guessPlaces(searched, typed);
  const rows = shown.slice(0, MOST_ROWS).map((hit) => rowOf(hit, seconds(hit.placeId)));
  return { rows, isGuess: hits.length === 0 && rows.length > 0 };
}
