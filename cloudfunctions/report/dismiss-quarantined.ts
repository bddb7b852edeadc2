import type { report } from '@core/contract/report';
import { accept, refuse } from '@core/domain/result';
import { audited, COURIER_DELAY_MS } from '../_kernel/call-context';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { UseCase } from '../_kernel/serve';
import { quarantine } from '../_store/quarantine';
import { worksAt } from './own-desk';

/** A file that was looked after leaves the desk's list; it is kept. Repeating it changes nothing. */
export const dismissQuarantined: UseCase<typeof report.procedures.dismissQuarantined> = (input, context) =>
  untilSaved(async () => {
    const found = await quarantine.findById(input.fileId);
    if (!found) return refuse('NOT_FOUND', null);
    if (!(await worksAt(found.desk, context))) return refuse('NOT_FOUND', null);
    if (found.state === 'dismissed') return accept(null);
    const saved = await quarantine.replace({
      ...found,
      state: 'dismissed',
      audit: [...found.audit, audited(context, 'report.dismissQuarantined')],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    });
    return saved ? accept(null) : CHANGED;
  });
