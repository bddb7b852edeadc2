import { auditLog, LOOK_PREFIX } from '../../_store/audit-log';
import { blindIndex } from '../../_store/blind-index';
import { audited, type CallContext, type Capacity } from '../call-context';
import { fewAtOnce } from '../few-at-once';

/** Looking at the same thing again in the same capacity within this time is one look. */
const ONE_LOOK_MS = 10 * 60_000;
/** How many looks an instance remembers, so that a page that polls writes nothing. */
const REMEMBERED_LOOKS = 2000;
/** A list of many people is not to take long because each of them is written down. */
const WRITTEN_AT_ONCE = 8;
const remembered = new Set<string>();

/** Something that an answer shows. */
export interface View {
  readonly kind: string;
  readonly documentId: string;
  readonly patientId: string | null;
  readonly by: Capacity;
}

/**
 * Writes down who sees what, before the answer goes out: a look that cannot be recorded is not granted.
 * @throws what the database throws.
 */
export const recordViews = (views: readonly View[], action: string, context: CallContext): Promise<void> =>
  fewAtOnce(views, WRITTEN_AT_ONCE, (view) => recordOnce(view, action, context));

async function recordOnce(view: View, action: string, context: CallContext): Promise<void> {
  const { role, mandateId } = view.by;
  const look = [
    context.actor,
    role,
    mandateId,
    action,
    view.documentId,
    Math.floor(context.now / ONE_LOOK_MS),
  ];
  const _id = `${LOOK_PREFIX}${blindIndex('view', JSON.stringify(look))}`;
  if (remembered.has(_id)) return;
  await auditLog.add({
    ...audited(context, action),
    role,
    mandateId,
    _id,
    auditId: _id,
    patientId: view.patientId,
    collection: view.kind,
    documentId: view.documentId,
    seal: null,
  });
  if (remembered.size >= REMEMBERED_LOOKS) remembered.clear();
  remembered.add(_id);
}
