/** A timer trigger; instants in epoch milliseconds. */
export interface TimerLine {
  name: string;
  functionName: string;
  config: string;
  lastRun: number | undefined;
  nextRun: number | undefined;
}

/** A call that is to be made later, or was. */
export interface TaskLine {
  id: string;
  functionName: string;
  /** The event as JSON text. */
  data: string;
  createdBy: string;
  createdAt: number;
  dueAt: number;
  state: string;
  requestId?: string;
  failure?: { errCode: number; message: string };
}
