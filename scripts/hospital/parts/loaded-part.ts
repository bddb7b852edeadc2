/** A part as it is imported. */
export interface LoadedPart {
  /** SHA-256 of the content: the same content is not written again. */
  readonly contentHash: string;
  /** Null where the hospital does without. */
  readonly content: unknown;
}
