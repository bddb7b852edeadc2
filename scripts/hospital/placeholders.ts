const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The number, text or flag at a dotted path of the rule pack. */
function scalarAt(pack: object, path: string): string | number | null {
  let at: unknown = pack;
  for (const key of path.split('.'))
    at =
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? at[key as keyof typeof at]
        : undefined;
  return typeof at === 'number' || typeof at === 'string' ? at : null;
}

/** Placeholders such as `{booking.horizonDays}` that name no value of the rule pack. */
export const unknownPlaceholders = (text: string, pack: object): string[] =>
  [...text.matchAll(PLACEHOLDER)]
    .map(([, path = '']) => path)
    .filter((path) => scalarAt(pack, path) === null);

/** The text with each placeholder replaced by the rule pack's value, so that words and numbers cannot differ. */
export const fillPlaceholders = (text: string, pack: object): string =>
  text.replaceAll(PLACEHOLDER, (whole, path: string) => String(scalarAt(pack, path) ?? whole));
