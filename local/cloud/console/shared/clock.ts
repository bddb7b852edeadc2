/** The virtual clock; epoch milliseconds, and milliseconds ahead of the real one. */
export interface ClockAnswer {
  now: number;
  offset: number;
}
