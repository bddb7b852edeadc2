import type { AreaDesk, PersonAtDesk } from '@core/contract/visit-views';
import type { LoadState } from '../../../../services/load-state';
import { LOADING } from '../../../../services/load-state';
import type { RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { CLEAR_REASONS, PRIORITIES, type DeskView, type FlaggedRow, type QueueGroup } from './nurse.view';

export type NurseTab = 'find' | 'queue' | 'flagged';

export type NurseData = {
  load: LoadState;
  areas: readonly AreaDesk[];
  area: AreaDesk | null;
  /** The code of today that patients scan; empty while it is not shown. */
  code: string;
  choosingArea: boolean;
  areaChoices: readonly { value: string; title: string; note: string }[];
  tab: NurseTab;
  tabs: readonly { id: NurseTab; title: string }[];
  typed: string;
  /** What was found last, and whether it is to be found again after the questions at the gate. */
  sought: string;
  sentAway: boolean;
  people: readonly PersonAtDesk[];
  found: readonly DeskView[];
  nobody: string;
  /** Null until heard: nobody may be said to wait, or not to wait, before. */
  groups: readonly QueueGroup[] | null;
  flagged: readonly FlaggedRow[] | null;
  /** The appointment whose check-in asks for the order. */
  checkingIn: string;
  priority: string;
  priorities: typeof PRIORITIES;
  /** The patient whose flag is to be cleared. */
  clearing: string;
  reason: string;
  reasons: typeof CLEAR_REASONS;
  busy: boolean;
  refusal: RefusalText | null;
};

export const nurseData: NurseData = {
  load: LOADING,
  areas: [],
  area: null,
  code: '',
  choosingArea: false,
  areaChoices: [],
  tab: 'find',
  tabs: [
    { id: 'find', title: '找病人' },
    { id: 'queue', title: '候诊队列' },
    { id: 'flagged', title: '发热登记' },
  ],
  typed: '',
  sought: '',
  sentAway: false,
  people: [],
  found: [],
  nobody: '',
  groups: null,
  flagged: null,
  checkingIn: '',
  priority: 'as-booked',
  priorities: PRIORITIES,
  clearing: '',
  reason: '',
  reasons: CLEAR_REASONS,
  busy: false,
  refusal: null,
};
