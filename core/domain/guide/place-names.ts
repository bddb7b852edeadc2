import type { Floor, Place } from './plan';

/** Spaces and dashes are written in many ways; none of them tells two places apart. */
export const plainText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s·，。、,.!！?？]/g, '')
    .replace(/[–—~～－-]/g, '-');

/** 门诊楼 2 楼 A 区, without the place's own name. */
export const whereabouts = (place: Place, floor: Floor | undefined): string =>
  [floor?.name ?? '', place.area].filter((part) => part !== '').join(' ');

/** 门诊楼 2 楼 A 区 207 诊室 */
export const fullName = (place: Place, floor: Floor | undefined): string =>
  [whereabouts(place, floor), place.name].filter((part) => part !== '').join(' ');

/**
 * Finds the place that a text of another page means: its full name, also without the part of the floor, else one of its words, else its bare name where only
 * one place bears it. Null where the text names no place, or may mean several.
 */
export function placeFinder(
  places: readonly Place[],
  floors: readonly Floor[],
): (text: string) => Place | null {
  const floorOf = new Map(floors.map((floor) => [floor.floorId, floor]));
  const namings: readonly ((place: Place) => readonly string[])[] = [
    (place) => [fullName(place, floorOf.get(place.floorId))],
    (place) => [`${floorOf.get(place.floorId)?.name ?? ''}${place.name}`],
    (place) => [place.name, ...place.words],
  ];
  const indexes = namings.map((namesOf) => {
    const byName = new Map<string, Place | null>();
    for (const place of places) {
      for (const name of new Set(namesOf(place).map(plainText))) {
        byName.set(name, byName.has(name) ? null : place);
      }
    }
    return byName;
  });
  return (text) => {
    const name = plainText(text);
    return indexes.map((byName) => byName.get(name)).find((place) => place != null) ?? null;
  };
}
