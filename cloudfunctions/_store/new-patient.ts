import { blindIndex } from './blind-index';
import type { OutpatientNumber, PatientRecord } from './patients';
import { seal } from './sealed-field';

/** A person as they are entered into the register; everything personal is sealed before it is stored. */
export interface PersonToEnter {
  readonly name: string;
  /** 18 characters, normalized. */
  readonly identityNumber: string;
  readonly phone: string;
  readonly outpatientNumbers: readonly OutpatientNumber[];
}

/** The same person always has the same id, and the id tells nobody who it is. */
export const patientIdOf = (identityNumber: string): string => `p${blindIndex('patient', identityNumber)}`;

export function newPatient({ name, identityNumber, phone, outpatientNumbers }: PersonToEnter): PatientRecord {
  const _id = patientIdOf(identityNumber);
  const sealed = (field: string, plain: string) => seal(plain, { documentId: _id, field });
  return {
    _id,
    revision: 0,
    name: sealed('name', name),
    identityNumber: sealed('identityNumber', identityNumber),
    phone: sealed('phone', phone),
    nameIndex: blindIndex('name', name),
    phoneIndex: blindIndex('phone', phone),
    outpatientNumbers,
    requests: [],
    audit: [],
    outbox: [],
    outboxDueAt: null,
  };
}
