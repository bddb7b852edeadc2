import type { HistoricalNumber } from '@core/contract/identity';

/** The numbers that binding answered with, for the page that lets the patient choose; gone once the app is closed. */
let offered: { readonly patientId: string; readonly numbers: readonly HistoricalNumber[] } | null = null;

export function offerNumbers(patientId: string, numbers: readonly HistoricalNumber[]): void {
  offered = { patientId, numbers };
}

/** Once chosen, the page shows which number is in use. */
export function forgetNumbers(): void {
  offered = null;
}

export const offeredNumbers = (patientId: string): readonly HistoricalNumber[] | null =>
  offered?.patientId === patientId ? offered.numbers : null;
