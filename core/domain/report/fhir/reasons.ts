/** Why a file is no report that could be taken in. `at` names the result or field, never a value. */
export interface Reason {
  readonly code: ReasonCode;
  readonly at: string | null;
}

export type ReasonCode =
  | 'NOT_JSON'
  | 'NOT_FHIR'
  | 'NO_REPORT'
  | 'SEVERAL_REPORTS'
  | 'NO_NUMBER'
  | 'UNKNOWN_STATUS'
  | 'UNKNOWN_CATEGORY'
  | 'NO_TITLE'
  | 'NO_PATIENT'
  | 'BAD_TIME'
  | 'NO_RESULTS'
  | 'NO_FINDINGS'
  | 'RESULT_MISSING'
  | 'RESULT_TWICE'
  | 'RESULT_UNFINISHED'
  | 'RESULT_WITHOUT_VALUE'
  | 'UNKNOWN_ITEM'
  | 'UNIT_MISMATCH'
  | 'IMPLAUSIBLE'
  /** What follows is found out only beside the hospital's own records. */
  | 'OTHER_DESK'
  | 'FROM_THE_FUTURE'
  | 'UNKNOWN_PATIENT'
  | 'OTHER_PATIENT'
  | 'UNKNOWN_ORDER'
  | 'NOT_EXECUTED'
  | 'NO_DOCTOR'
  | 'ALREADY_FINAL'
  | 'OUT_OF_ORDER'
  | 'NOTHING_TO_WITHDRAW'
  | 'WITHDRAWN_BEFORE';

export const reason = (code: ReasonCode, at: string | null = null): Reason => ({ code, at });
