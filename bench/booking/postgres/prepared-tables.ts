import type pg from 'pg';
import type { Session } from '../../../cloudfunctions/_store/sessions';
import { instantAt, MINUTE_MS } from '../../../core/domain/calendar-day';
import type { Caller } from '../callers';
import type { Books } from '../side';

interface Contents {
  readonly sessions: readonly Session[];
  readonly callers: readonly Caller[];
  readonly sameDayCutoffMinutes: number;
}

const ALL = 'accounts, bindings, sessions, slots, seats, appointments, audit';

/** Fills the tables with the same callers and sessions that the other side has; nobody has booked. */
export async function fillTables(client: pg.PoolClient, contents: Contents): Promise<void> {
  await client.query('CHECKPOINT');
  await client.query('BEGIN');
  await client.query(`TRUNCATE ${ALL}`);
  for (const [table, rows] of Object.entries(rowsOf(contents)))
    await client.query(
      `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  await client.query('COMMIT');
  await client.query('VACUUM ANALYZE');
}

function rowsOf({ sessions, callers, sameDayCutoffMinutes }: Contents): Record<string, readonly object[]> {
  return {
    accounts: callers.map(({ accountId, account }) => ({
      id: accountId,
      signed_in: account.signedIn,
      consent_document: account.consents[0]?.documentId,
      consent_version: account.consents[0]?.version,
      phone: account.phone,
      phone_index: account.phoneIndex,
      lapses: account.lapses,
    })),
    bindings: callers.map(({ accountId, patientId, account }) => ({
      account_id: accountId,
      patient_id: patientId,
      person: account.bindings[0]?.person,
    })),
    sessions: sessions.map((session) => ({
      id: session._id,
      practitioner_id: session.practitionerId,
      clinic_id: session.clinicId,
      department_id: session.departmentId,
      day: session.day,
      half_day: session.halfDay,
      place: session.place,
      fee_fen: session.feeFen,
      status: session.status,
      opens_at: session.opensAt,
    })),
    slots: sessions.flatMap(({ _id, day, slots }) =>
      slots.map(({ start, end }, place) => ({
        ...{ session_id: _id, start, ends: end, place },
        sale_ends_at: instantAt(day, start) - sameDayCutoffMinutes * MINUTE_MS,
      })),
    ),
    seats: sessions.flatMap(({ _id, slots, pools }) =>
      slots.flatMap(({ start, seats }) =>
        seats.map((number) => ({ session_id: _id, number, start, pool: pools[number] })),
      ),
    ),
  };
}

interface SeatRow {
  readonly session_id: string;
  readonly number: number;
  readonly start: string;
  readonly holder: string | null;
}

interface AppointmentRow {
  readonly id: string;
  readonly patient_id: string;
  readonly session_id: string;
  readonly start: string;
  readonly seat: number;
}

/** What the tables say after a round. The peer keeps no counter of free seats: it counts rows. */
export async function readBooks(pool: pg.Pool): Promise<Books> {
  const seats = await pool.query<SeatRow>(
    `SELECT session_id, number, start, holder FROM seats WHERE pool = 'online'`,
  );
  const appointments = await pool.query<AppointmentRow>(
    'SELECT id, patient_id, session_id, start, seat FROM appointments WHERE live',
  );
  return {
    seats: seats.rows.map(({ session_id: sessionId, number, start, holder }) => ({
      ...{ sessionId, number, start, holder },
    })),
    appointments: appointments.rows.map(({ id, patient_id, session_id, start, seat }) => ({
      ...{ appointmentId: id, patientId: patient_id, sessionId: session_id, start, seat },
    })),
    left: null,
  };
}
