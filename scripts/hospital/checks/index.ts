import { holidayKinds, noticePeriods } from './calendar';
import type { Check } from './check';
import { pinyinFitsNames } from './names';
import { overlappingSessions } from './overlaps';
import { visitsAfterBirth } from './people';
import { hospitalShare, sessionPools } from './pools';
import { clinicReferences, practitionerReferences, scheduleReferences } from './references';
import * as rulePack from './rule-pack';
import { hospitalSlotLengths, sessionTimes } from './session-times';
import { uniqueEntries, uniqueRows } from './unique';

/** What must hold between the rows and files of a hospital's folder. */
export const CHECKS: readonly Check[] = [
  uniqueRows,
  uniqueEntries,
  pinyinFitsNames,
  clinicReferences,
  practitionerReferences,
  scheduleReferences,
  hospitalSlotLengths,
  sessionTimes,
  hospitalShare,
  sessionPools,
  overlappingSessions,
  holidayKinds,
  noticePeriods,
  rulePack.everyClauseWorded,
  rulePack.placeholdersKnown,
  rulePack.holdOutlivesOrder,
  rulePack.paidBeforeRefundsEnd,
  rulePack.limitsFitTogether,
  rulePack.conditionsMakeSense,
  rulePack.consentWorded,
  visitsAfterBirth,
];
