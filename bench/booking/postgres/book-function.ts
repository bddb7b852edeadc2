import type { RulePack } from '../../../cloudfunctions/_store/catalog';
import { MINUTE_MS } from '../../../core/domain/calendar-day';
import { ALTERNATIVES } from './schema';

/** What the function is given, in this order. */
export const PARAMETERS = [
  'appointment_id',
  'account_id',
  'patient_id',
  'session_id',
  'start',
  'accepts_nearby',
  'request_id',
  'body_index',
  'masked_name',
  'audit_id',
  'trace_id',
  'now',
  'today',
] as const;

const alternatives = ALTERNATIVES.replaceAll('$1', 'p_session_id')
  .replaceAll('$2', 'p_start')
  .replaceAll('$3', 'p_now');

/**
 * One booking in one call. The limits are literals, so the plans need not look them up. The lock orders the taps of one
 * account without writing anything; the unique indexes catch what no single account can see.
 */
export const bookFunction = (rules: RulePack): string => `
CREATE FUNCTION book(
  p_appointment_id text, p_account_id text, p_patient_id text, p_session_id text, p_start text,
  p_accepts_nearby boolean, p_request_id text, p_body_index text, p_masked_name text, p_audit_id text,
  p_trace_id text, p_now bigint, p_today text,
  OUT outcome text, OUT seat int, OUT alternatives jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  the_account accounts; the_session sessions; the_slot slots; earlier appointments;
  unpaid int; same_doctor int; overlapping int; in_department int; on_day int; in_all int; lapsed int; last_lapse bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(p_account_id, 0));
  SELECT * INTO the_account FROM accounts WHERE id = p_account_id;
  IF NOT FOUND OR NOT the_account.signed_in THEN outcome := 'SIGNED_OUT'; RETURN; END IF;
  IF the_account.consent_document IS DISTINCT FROM '${rules.consent.id}'
    OR the_account.consent_version IS DISTINCT FROM '${rules.consent.version}' THEN
    outcome := 'CONSENT_MISSING'; RETURN;
  END IF;

  SELECT * INTO earlier FROM appointments WHERE id = p_appointment_id;
  IF FOUND THEN
    IF earlier.body_index = p_body_index THEN outcome := 'ok'; seat := earlier.seat;
    ELSE outcome := 'REQUEST_ID_REUSED'; END IF;
    RETURN;
  END IF;

  PERFORM FROM bindings b WHERE b.account_id = p_account_id AND b.patient_id = p_patient_id;
  IF NOT FOUND THEN outcome := 'NOT_FOUND'; RETURN; END IF;
  SELECT * INTO the_session FROM sessions WHERE id = p_session_id;
  IF NOT FOUND THEN outcome := 'NOT_FOUND'; RETURN; END IF;
  SELECT * INTO the_slot FROM slots s WHERE s.session_id = p_session_id AND s.start = p_start;
  IF NOT FOUND THEN outcome := 'NOT_FOUND'; RETURN; END IF;
  IF the_session.status <> 'open' THEN outcome := 'SESSION_STOPPED'; RETURN; END IF;
  IF p_now < the_session.opens_at THEN outcome := 'NOT_YET_ON_SALE'; RETURN; END IF;
  IF p_now >= the_slot.sale_ends_at THEN outcome := 'SALE_CLOSED'; RETURN; END IF;

  IF cardinality(the_account.lapses) > 0 THEN
    SELECT count(*), max(l) INTO lapsed, last_lapse FROM unnest(the_account.lapses) l
      WHERE l > p_now - ${rules.lapseWindowMinutes * MINUTE_MS};
    IF lapsed >= ${rules.lapsesBeforeCoolDown} AND last_lapse + ${rules.coolDownMinutes * MINUTE_MS} > p_now THEN
      outcome := 'COOLING_DOWN'; RETURN;
    END IF;
  END IF;
  SELECT count(*) FILTER (WHERE hold_expires_at > p_now),
    count(*) FILTER (WHERE own AND a.day = the_session.day AND a.practitioner_id = the_session.practitioner_id),
    count(*) FILTER (WHERE own AND a.day = the_session.day AND a.start < the_slot.ends AND the_slot.start < a.ends),
    count(*) FILTER (WHERE own AND a.day = the_session.day AND a.department_id = the_session.department_id),
    count(*) FILTER (WHERE own AND a.day = the_session.day), count(*) FILTER (WHERE own)
    INTO unpaid, same_doctor, overlapping, in_department, on_day, in_all
    FROM (SELECT *, patient_id = p_patient_id AS own FROM appointments
          WHERE account_id = p_account_id AND live AND day >= p_today) a;
  IF unpaid >= ${rules.maxUnpaidHolds} THEN outcome := 'TOO_MANY_HOLDS'; RETURN; END IF;
  IF same_doctor > 0 THEN outcome := 'ALREADY_BOOKED_WITH_DOCTOR'; RETURN; END IF;
  IF overlapping > 0 THEN outcome := 'OVERLAPS'; RETURN; END IF;
  IF in_department >= ${rules.limits.perDepartmentDay} OR on_day >= ${rules.limits.perDay}
    OR in_all >= ${rules.limits.total} THEN outcome := 'LIMIT_REACHED'; RETURN; END IF;

  UPDATE seats SET holder = p_appointment_id, patient_id = p_patient_id, account_id = p_account_id, claimed_at = p_now
    WHERE (session_id, number) = (
      SELECT f.session_id, f.number FROM seats f
      WHERE f.session_id = p_session_id AND f.start = p_start AND f.pool = 'online' AND f.holder IS NULL
      ORDER BY f.number LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING number INTO seat;
  IF NOT FOUND THEN
    outcome := 'SLOT_FULL';
    SELECT jsonb_agg(a) INTO alternatives FROM (${alternatives}) a;
    RETURN;
  END IF;

  INSERT INTO appointments VALUES (
    p_appointment_id, p_account_id, p_patient_id, p_session_id, the_session.practitioner_id, the_session.department_id,
    the_session.clinic_id, the_session.day, the_slot.start, the_slot.ends, seat,
    CASE the_session.fee_fen WHEN 0 THEN 'booked' ELSE 'pending' END, true, p_masked_name, the_session.place,
    the_session.fee_fen, CASE the_session.fee_fen WHEN 0 THEN NULL ELSE p_now + ${rules.holdMinutes * MINUTE_MS} END,
    CASE the_session.fee_fen WHEN 0 THEN 'none' ELSE 'waiting' END, p_accepts_nearby, p_request_id, p_body_index,
    p_now, p_now + 30000);
  INSERT INTO audit VALUES (p_audit_id, p_appointment_id, p_now, p_account_id, 'appointment.hold', p_trace_id);
  outcome := 'ok';
END $$;`;
