import type { GateStatus } from '@core/contract/visit-views';
import { PASS_PREFIX, spokenPass } from '@core/domain/visit/pass-code';
import { spokenDay } from '../../../../services/dates';
import { gateWords, type GateWords } from '../../../../services/visit/gate-words';

export interface PassView {
  readonly words: GateWords;
  readonly day: string;
  /** What the code says; empty where nothing was declared. */
  readonly code: string;
  readonly spoken: string;
  readonly byNurse: boolean;
  /** Where to go instead; null where nothing bars the way. */
  readonly where: {
    readonly name: string;
    readonly place: string;
    readonly placeId: string;
    readonly phone: string;
  } | null;
  readonly declared: boolean;
  /** Cannot wait: 120 stands first. */
  readonly urgent: boolean;
}

/** The pass of a day; `status` is what is kept on the phone where there is no network. */
export function passView(status: Omit<GateStatus, 'maskedName'>, now: number): PassView {
  const { day, pass, where, declaredBy } = status;
  return {
    words: gateWords({ ...status, maskedName: '' }, now),
    day: spokenDay(day, now),
    code: pass === null ? '' : `${PASS_PREFIX}${pass}`,
    spoken: pass === null ? '' : spokenPass(pass),
    byNurse: declaredBy === 'nurse',
    where: where && { ...where, phone: where.phone ?? '' },
    declared: status.outcome !== null,
    urgent: where !== null && (status.flag?.outcome ?? status.outcome) === 'emergency',
  };
}
