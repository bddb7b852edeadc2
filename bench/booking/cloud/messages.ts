import type { AppointmentRecord } from '../../../cloudfunctions/_store/appointments';
import type { Session } from '../../../cloudfunctions/_store/sessions';

/** How the cloud of one mix is opened. */
export interface OpenCloud {
  /** An empty folder for the built functions and the database. */
  readonly folder: string;
  readonly onlinePerSlot: number;
  readonly callers: number;
  /** Null for the local cloud's own default. */
  readonly processes: number | null;
}

export interface OpenedCloud {
  readonly url: string;
  readonly sessions: readonly Session[];
  readonly consent: { readonly id: string; readonly version: string };
  /** Identity tokens by caller. */
  readonly tokens: readonly string[];
}

export interface CloudState {
  readonly sessions: readonly Session[];
  readonly appointments: readonly AppointmentRecord[];
}

/** Database operations as the SDK sends them. */
export interface OperationCounts {
  readonly reads: number;
  readonly writes: number;
  readonly transactions: number;
  readonly byCollection: Readonly<Record<string, { readonly reads: number; readonly writes: number }>>;
}
