import { serve } from '../_kernel/serve';
import { callAgain } from './call-again';
import { callNext } from './call-next';
import { checkInArea } from './check-in-area';
import { checkInFor } from './check-in-for';
import { clearFlag } from './clear-flag';
import { declareAtGate } from './declare-at-gate';
import { findByNumber } from './find-by-number';
import { findPass } from './find-pass';
import { finishEncounter } from './finish-encounter';
import { getGateForm } from './get-gate-form';
import { getGatePass } from './get-gate-pass';
import { getQueue } from './get-queue';
import { getVisit } from './get-visit';
import { listAreaQueue } from './list-area-queue';
import { listAreas } from './list-areas';
import { listFlagged } from './list-flagged';
import { listTasks } from './list-tasks';
import { listTransferTargets } from './list-transfer-targets';
import { onVisitCalledOff } from './on-visit-called-off';
import { passPatient } from './pass-patient';
import { returnPatient } from './return-patient';
import { startEncounter } from './start-encounter';
import { transferPatient } from './transfer-patient';

export const main = serve(
  'visit',
  {
    getGateForm,
    getGatePass,
    declareAtGate,
    checkInArea,
    getVisit,
    listTasks,
    listAreas,
    listAreaQueue,
    findPass,
    findByNumber,
    checkInFor,
    listFlagged,
    clearFlag,
    getQueue,
    callNext,
    callAgain,
    passPatient,
    returnPatient,
    startEncounter,
    finishEncounter,
    listTransferTargets,
    transferPatient,
  },
  { 'visit-called-off': onVisitCalledOff },
);
