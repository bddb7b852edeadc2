import type pg from 'pg';
import { open } from '../../../cloudfunctions/_store/sealed-field';
import { bindingPlace, type BoundPerson } from '../../../cloudfunctions/_store/accounts';
import type { RulePack } from '../../../cloudfunctions/_store/catalog';
import { MINUTE_MS } from '../../../core/domain/calendar-day';
import { sealedName, type Command } from './command';
import {
  READ_ACCOUNT,
  READ_PLACE,
  CLAIM_SEAT,
  INSERT_APPOINTMENT,
  INSERT_AUDIT,
  ALTERNATIVES_OF,
} from './statements';
import { barOf, type AccountRow, type PlaceRow } from './rules';

export type Booked =
  | {
      readonly ok: true;
      readonly value: { readonly appointmentId: string; readonly queueNumber: number } & object;
    }
  | { readonly ok: false; readonly error: string; readonly detail: unknown };

const UNIQUE_VIOLATION = '23505';
const refuse = (error: string, detail: unknown = null): Booked => ({ ok: false, error, detail });

/** One booking as an interactive transaction of five statements. */
export async function bookInTransaction(pool: pg.Pool, command: Command, rules: RulePack): Promise<Booked> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const booked = await book(client, command, rules);
    await client.query(booked.ok ? 'COMMIT' : 'ROLLBACK');
    return booked;
  } catch (thrown) {
    await client.query('ROLLBACK');
    const { code, constraint } = thrown as { code?: string; constraint?: string };
    if (code !== UNIQUE_VIOLATION) throw thrown;
    return refuse(constraint === 'one_per_doctor_day' ? 'ALREADY_BOOKED_WITH_DOCTOR' : 'OVERLAPS');
  } finally {
    client.release();
  }
}

async function book(client: pg.PoolClient, command: Command, rules: RulePack): Promise<Booked> {
  const { wish, appointmentId, accountId, now } = command;
  const account = await client.query<AccountRow>({ ...READ_ACCOUNT, values: [accountId, wish.patientId] });
  const place = await client.query<PlaceRow>({
    ...READ_PLACE,
    values: [wish.sessionId, wish.start, appointmentId, accountId, command.today],
  });
  const [who, where] = [account.rows[0], place.rows[0]];
  if (!who?.person || !where) return refuse('NOT_FOUND');
  if (where.earlier_seat !== null) {
    if (where.earlier_body !== command.bodyIndex) return refuse('REQUEST_ID_REUSED');
    return { ok: true, value: viewOf(command, where, where.earlier_seat) };
  }
  const person = JSON.parse(open(who.person, bindingPlace(accountId, wish.patientId))) as BoundPerson;
  const bar = barOf(who, where, { rules, command, person });
  if (bar !== null) return refuse(bar);

  const seat = await client.query<{ number: number }>({
    ...CLAIM_SEAT,
    values: [wish.sessionId, wish.start, appointmentId, wish.patientId, accountId, now],
  });
  const number = seat.rows[0]?.number;
  if (number === undefined) {
    const others = await client.query({ ...ALTERNATIVES_OF, values: [wish.sessionId, wish.start, now] });
    return refuse('SLOT_FULL', { alternatives: others.rows });
  }

  const isFree = where.fee_fen === 0;
  await client.query({
    ...INSERT_APPOINTMENT,
    values: [
      ...[
        appointmentId,
        accountId,
        wish.patientId,
        wish.sessionId,
        where.practitioner_id,
        where.department_id,
      ],
      ...[where.clinic_id, where.day, wish.start, where.ends, number, isFree ? 'booked' : 'pending', true],
      ...[sealedName(person.name, appointmentId), where.place, where.fee_fen],
      ...[isFree ? null : now + rules.holdMinutes * MINUTE_MS, isFree ? 'none' : 'waiting'],
      ...[wish.acceptNearby, wish.requestId, command.bodyIndex, now, now + 30_000],
    ],
  });
  await client.query({
    ...INSERT_AUDIT,
    values: [command.auditId, appointmentId, now, accountId, 'appointment.hold', command.traceId],
  });
  return { ok: true, value: viewOf(command, where, number) };
}

/** What the phone is told; the product's answer has some fields more. */
const viewOf = ({ appointmentId, wish, now }: Command, where: PlaceRow, queueNumber: number) => ({
  appointmentId,
  queueNumber,
  status: where.fee_fen === 0 ? 'booked' : 'pending',
  patientId: wish.patientId,
  practitionerId: where.practitioner_id,
  clinicId: where.clinic_id,
  place: where.place,
  day: where.day,
  start: wish.start,
  end: where.ends,
  feeFen: where.fee_fen,
  createdAt: now,
});
