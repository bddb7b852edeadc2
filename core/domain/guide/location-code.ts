const CODE = /^LOC:([a-z][a-z0-9-]{1,39})$/;

/** The place that a location code on the wall names; null for any other code. Written `LOC:mz-2f-hall`. */
export const placeOfCode = (scanned: string): string | null => CODE.exec(scanned.trim())?.[1] ?? null;
