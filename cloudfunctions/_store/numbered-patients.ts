import { Collection } from './collection';
import type { PatientRecord } from './patients';

const collection = new Collection<PatientRecord>('patients');

/** An outpatient number as it is stored, however it was typed: in capitals of plain width, without blanks. */
export const numberAsStored = (typed: string): string =>
  typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();

/** The person behind any of their outpatient numbers, as typed; null where the number is unknown. */
export async function patientByNumber(typed: string): Promise<PatientRecord | null> {
  const number = numberAsStored(typed);
  const [found] = await collection.find({ 'outpatientNumbers.number': number }, { limit: 1 });
  return found ?? null;
}
