import { Collection } from './collection';
import type { PatientRecord } from './patients';

const collection = new Collection<PatientRecord>('patients');

/** The person behind any of their outpatient numbers; null where the number is unknown. */
export async function patientByNumber(number: string): Promise<PatientRecord | null> {
  const [found] = await collection.find({ 'outpatientNumbers.number': number }, { limit: 1 });
  return found ?? null;
}
