import type { AppointmentView } from '@core/contract/booking';
import { runOnce } from '../busy-page';
import type { RefusalText } from '../refusal-texts/refusal-text';
import { cancel, CHANGED_NOTE, offerCancelling } from './cancel-page';
import type { Cancelling } from './cancelling';

/** What a page keeps of the sheet on which an appointment is cancelled. */
export type CancelSheet = {
  /** The rule's words; null while the sheet is closed. */
  cancelling: Cancelling | null;
  cancelNote: string;
  busy: boolean;
  refusal: RefusalText | null;
};

export const CLOSED_SHEET: CancelSheet = { cancelling: null, cancelNote: '', busy: false, refusal: null };

interface SheetPage {
  readonly data: CancelSheet;
  setData(part: Partial<CancelSheet>): void;
}

export function openSheet(page: SheetPage, appointment: AppointmentView): void {
  page.setData({ cancelling: offerCancelling(appointment), cancelNote: '' });
}

/** Not while the server is asked: the answer would be missed. */
export function closeSheet(page: SheetPage): void {
  if (!page.data.busy) page.setData({ cancelling: null });
}

/**
 * The sheet's button. Answers the cancelled appointment, or 'refused' with the refusal shown; null where nothing came of
 * it yet: a second tap, or a rule that changed and is to be read again.
 */
export async function confirmSheet(
  page: SheetPage,
  appointment: AppointmentView | null,
): Promise<AppointmentView | 'refused' | null> {
  const { busy, cancelling } = page.data;
  if (busy || appointment === null || cancelling === null) return null;
  const outcome = await runOnce(page, () => cancel(appointment, cancelling));
  if (outcome?.kind === 'changed') {
    page.setData({ cancelling: outcome.cancelling, cancelNote: CHANGED_NOTE });
    return null;
  }
  page.setData({ cancelling: null });
  return outcome === null ? 'refused' : outcome.appointment;
}
