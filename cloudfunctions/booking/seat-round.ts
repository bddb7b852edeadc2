/** Round of the claim by which an appointment first takes its seat; each re-seating is one more. */
export const FIRST_ROUND = 0;
