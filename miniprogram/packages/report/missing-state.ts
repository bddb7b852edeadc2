import type { Me } from '@core/contract/identity';
import { emptyState, failedState, type LoadState } from '../../services/load-state';

/** What stands between the caller and a report; null where nothing does. */
export function missingState(me: Me, patientId: string): LoadState | null {
  if (!me.signedIn) return failedState({ ok: false, error: 'SIGNED_OUT', detail: null });
  if (patientId !== '') return null;
  return emptyState({
    title: '先绑定就诊人',
    reason: '绑好以后，化验和检查的结果都能在这里看。',
    next: '本人和年幼的孩子都可以绑。',
    action: { label: '去绑定', kind: 'bind' },
  });
}
