/**
 * The peer's tables: what the product keeps in documents, as a relational design would keep it. Uniqueness is in keys
 * and unique indexes; the secondary indexes serve the same look-ups as the product's (by account, by expiring hold, by
 * practitioner and day).
 */
export const SCHEMA = `
CREATE TABLE accounts (
  id text PRIMARY KEY, signed_in boolean NOT NULL, consent_document text, consent_version text,
  phone text, phone_index text, lapses bigint[] NOT NULL);
CREATE TABLE bindings (
  account_id text, patient_id text, person text NOT NULL, PRIMARY KEY (account_id, patient_id));
CREATE TABLE sessions (
  id text PRIMARY KEY, practitioner_id text NOT NULL, clinic_id text NOT NULL, department_id text NOT NULL,
  day text NOT NULL, half_day text NOT NULL, place text NOT NULL, fee_fen int NOT NULL, status text NOT NULL,
  opens_at bigint NOT NULL);
CREATE INDEX ON sessions (clinic_id, day);
CREATE TABLE slots (
  session_id text, start text, ends text NOT NULL, place int NOT NULL, sale_ends_at bigint NOT NULL,
  PRIMARY KEY (session_id, start));
CREATE TABLE seats (
  session_id text, number int, start text NOT NULL, pool text NOT NULL,
  holder text, patient_id text, account_id text, claimed_at bigint,
  PRIMARY KEY (session_id, number)) WITH (fillfactor = 50);
CREATE INDEX free_seats ON seats (session_id, start, number) WHERE holder IS NULL AND pool = 'online';
CREATE TABLE appointments (
  id text PRIMARY KEY, account_id text NOT NULL, patient_id text NOT NULL, session_id text NOT NULL,
  practitioner_id text NOT NULL, department_id text NOT NULL, clinic_id text NOT NULL, day text NOT NULL,
  start text NOT NULL, ends text NOT NULL, seat int NOT NULL, status text NOT NULL, live boolean NOT NULL,
  masked_name text NOT NULL, place text NOT NULL, fee_fen int NOT NULL, hold_expires_at bigint,
  payment text NOT NULL, accepts_nearby boolean NOT NULL, request_id text NOT NULL, body_index text NOT NULL,
  created_at bigint NOT NULL, outbox_due_at bigint);
CREATE UNIQUE INDEX one_per_doctor_day ON appointments (patient_id, day, practitioner_id) WHERE live;
CREATE UNIQUE INDEX no_overlap ON appointments (patient_id, day, start) WHERE live;
CREATE INDEX ON appointments (account_id, created_at DESC);
CREATE INDEX ON appointments (hold_expires_at) WHERE status = 'pending';
CREATE INDEX ON appointments (practitioner_id, day);
CREATE TABLE audit (
  id text PRIMARY KEY, appointment_id text NOT NULL, at bigint NOT NULL, actor text NOT NULL,
  action text NOT NULL, trace_id text NOT NULL);
`;

/** Where else there is a seat: nearest half-hours of the session first, then the clinic's next sessions. */
export const ALTERNATIVES = `
SELECT session_id, start FROM (
  SELECT * FROM (
    SELECT 0 AS leg, other.session_id, other.start, lpad(abs(other.place - own.place)::text, 4, '0') AS rank
    FROM slots own JOIN slots other ON other.session_id = own.session_id AND other.start <> own.start
    WHERE own.session_id = $1 AND own.start = $2 AND other.sale_ends_at > $3
      AND EXISTS (SELECT FROM seats WHERE session_id = other.session_id AND start = other.start
                  AND holder IS NULL AND pool = 'online')
    ORDER BY rank LIMIT 3) here
  UNION ALL
  SELECT * FROM (
    SELECT 1, near.id, near.start, near.rank FROM (
      SELECT DISTINCT ON (other.id) other.id, slot.start,
        (other.practitioner_id <> own.practitioner_id)::int || other.day || other.half_day AS rank
      FROM sessions own
      JOIN sessions other ON other.clinic_id = own.clinic_id AND other.day >= own.day AND other.id <> own.id
      JOIN slots slot ON slot.session_id = other.id AND slot.sale_ends_at > $3
      WHERE own.id = $1 AND other.status = 'open' AND other.opens_at <= $3
        AND EXISTS (SELECT FROM seats WHERE session_id = slot.session_id AND start = slot.start
                    AND holder IS NULL AND pool = 'online')
      ORDER BY other.id, slot.start) near
    ORDER BY near.rank LIMIT 3) elsewhere) found
ORDER BY leg, rank LIMIT 3`;
