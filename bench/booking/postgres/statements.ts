import { ALTERNATIVES } from './schema';

/** The five statements of a booking, each prepared once per connection. */

/** The caller, locked so that two taps of one account come one after the other. */
export const READ_ACCOUNT = {
  name: 'read-account',
  text: `SELECT a.signed_in, a.consent_document, a.consent_version, a.lapses,
    (SELECT person FROM bindings WHERE account_id = a.id AND patient_id = $2) AS person
    FROM accounts a WHERE a.id = $1 FOR UPDATE`,
};

/** Session and half-hour, what the same request got before, and the caller's live appointments, after the lock. */
export const READ_PLACE = {
  name: 'read-place',
  text: `SELECT s.*, slot.ends, slot.sale_ends_at, earlier.seat AS earlier_seat, earlier.body_index AS earlier_body,
    (SELECT coalesce(json_agg(json_build_object('patientId', patient_id, 'practitionerId', practitioner_id,
        'departmentId', department_id, 'day', day, 'start', start, 'end', ends, 'holdExpiresAt', hold_expires_at)), '[]')
      FROM appointments WHERE account_id = $4 AND live AND day >= $5) AS live
    FROM sessions s JOIN slots slot ON slot.session_id = s.id AND slot.start = $2
    LEFT JOIN appointments earlier ON earlier.id = $3
    WHERE s.id = $1`,
};

export const CLAIM_SEAT = {
  name: 'claim-seat',
  text: `UPDATE seats SET holder = $3, patient_id = $4, account_id = $5, claimed_at = $6
    WHERE (session_id, number) = (
      SELECT f.session_id, f.number FROM seats f
      WHERE f.session_id = $1 AND f.start = $2 AND f.pool = 'online' AND f.holder IS NULL
      ORDER BY f.number LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING number`,
};

const placeholders = (count: number): string =>
  Array.from({ length: count }, (_, index) => `$${index + 1}`).join(', ');

export const INSERT_APPOINTMENT = {
  name: 'insert-appointment',
  text: `INSERT INTO appointments VALUES (${placeholders(23)})`,
};

export const INSERT_AUDIT = { name: 'insert-audit', text: `INSERT INTO audit VALUES (${placeholders(6)})` };

/** Asked only where the half-hour is full. */
export const ALTERNATIVES_OF = { name: 'alternatives', text: ALTERNATIVES };
