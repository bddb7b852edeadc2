import type { Attempt } from './demand';

/** What an attempt was told. */
export type Answer =
  | { readonly ok: true; readonly appointmentId: string; readonly seat: number }
  | { readonly ok: false; readonly error: string };

/** What a side has in its books after a round, in one shape for all. */
export interface Books {
  /** Every seat of the online pool. `holder` is an appointment id or null. */
  readonly seats: readonly SeatEntry[];
  readonly appointments: readonly AppointmentEntry[];
  /** What the side itself believes to be left of each session, where it keeps such a counter. */
  readonly left: ReadonlyMap<string, number> | null;
}

export interface SeatEntry {
  readonly sessionId: string;
  readonly number: number;
  readonly start: string;
  readonly holder: string | null;
}

export interface AppointmentEntry {
  readonly appointmentId: string;
  readonly patientId: string;
  readonly sessionId: string;
  readonly start: string;
  readonly seat: number;
}

/** CPU seconds used so far, by kind of process. */
export type CpuTimes = Readonly<Record<string, number>>;

/** One way to book, with its own store. */
export interface Side {
  readonly name: string;
  readonly about: string;
  /** Nobody has booked, every caller may. */
  reset(): Promise<void>;
  attempt(client: number, attempt: Attempt): Promise<Answer>;
  books(): Promise<Books>;
  cpu(): Promise<CpuTimes>;
  close(): Promise<void>;
}
