import type { BoundPerson } from '../../../cloudfunctions/_store/accounts';
import type { RulePack } from '../../../cloudfunctions/_store/catalog';
import type { Sealed } from '../../../cloudfunctions/_store/sealed-field';
import { mayBook, type LiveVisit } from '../../../core/domain/booking/may-book';
import type { Command } from './command';

/** A caller and the person they book for; bigint columns come as text. */
export interface AccountRow {
  readonly signed_in: boolean;
  readonly consent_document: string | null;
  readonly consent_version: string | null;
  readonly lapses: readonly string[];
  readonly person: Sealed | null;
}

/** Session, half-hour, an earlier answer to the same request, and the caller's live appointments. */
export interface PlaceRow {
  readonly practitioner_id: string;
  readonly clinic_id: string;
  readonly department_id: string;
  readonly day: LiveVisit['day'];
  readonly place: string;
  readonly fee_fen: number;
  readonly status: 'open' | 'stopped';
  readonly opens_at: string;
  readonly ends: LiveVisit['end'];
  readonly sale_ends_at: string;
  readonly earlier_seat: number | null;
  readonly earlier_body: string | null;
  readonly live: readonly Omit<LiveVisit, 'appointmentId'>[];
}

interface Judged {
  readonly rules: RulePack;
  readonly command: Command;
  readonly person: BoundPerson;
}

/** Why the caller may not book, by the product's own rules; null where they may. */
export function barOf(who: AccountRow, where: PlaceRow, { rules, command, person }: Judged): string | null {
  if (!who.signed_in) return 'SIGNED_OUT';
  if (who.consent_document !== rules.consent.id || who.consent_version !== rules.consent.version)
    return 'CONSENT_MISSING';
  const decision = mayBook(
    {
      visit: {
        patientId: command.wish.patientId,
        practitionerId: where.practitioner_id,
        day: where.day,
        start: command.wish.start as LiveVisit['start'],
        end: where.ends,
      },
      departmentId: where.department_id,
      person,
      condition: null,
      session: { status: where.status, opensAt: Number(where.opens_at) },
      live: where.live.map((visit) => ({ ...visit, appointmentId: '' })),
      lapses: who.lapses.map(Number),
    },
    rules,
    command.now,
  );
  return decision.ok ? null : decision.error;
}
