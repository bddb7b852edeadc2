const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** A FHIR dateTime that is an instant, in epoch milliseconds; null where it names no time or no zone. */
export function instantOf(text: string | undefined): number | null {
  if (text === undefined || !INSTANT.test(text)) return null;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
}

const SHANGHAI_MS = 8 * 3_600_000;

/** As FHIR writes an instant, in the hospital's own zone. */
export const fhirInstant = (instant: number): string =>
  `${new Date(instant + SHANGHAI_MS).toISOString().slice(0, 19)}+08:00`;
