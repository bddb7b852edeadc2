/** A timer trigger; instants in epoch milliseconds. */
export interface TimerLine {
  name: string;
  functionName: string;
  config: string;
  lastRun: number | undefined;
  nextRun: number | undefined;
}
