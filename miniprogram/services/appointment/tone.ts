/** The colour role of a state; the word beside it says the same. */
export type Tone = 'brand' | 'success' | 'warning' | 'danger' | 'info' | 'neutral';
