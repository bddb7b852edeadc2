import type { Symptom } from '@core/domain/triage/knowledge';

/** A complaint to tap. */
export interface ComplaintChip {
  readonly id: string;
  readonly name: string;
  readonly chosen: boolean;
}

/** The complaints of one part of the body, common ones first, as the tables have them. */
export const complaintChips = (
  complaints: readonly Symptom[],
  area: string,
  chosen: readonly string[],
): readonly ComplaintChip[] => {
  const here = complaints.filter((one) => one.area === area);
  return [...here.filter(({ askable }) => askable), ...here.filter(({ askable }) => !askable)].map(
    ({ id, name }) => ({ id, name, chosen: chosen.includes(id) }),
  );
};

/** What was tapped so far, to be read back. */
export const chosenNames = (complaints: readonly Symptom[], chosen: readonly string[]): string =>
  chosen.flatMap((id) => complaints.find((one) => one.id === id)?.name ?? []).join('、');
