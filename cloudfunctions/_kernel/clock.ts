/** Epoch milliseconds. The one place on the server that reads a clock; everything else takes time as an argument. */
export const now = (): number => Date.now();
