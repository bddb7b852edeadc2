/** What a page must keep to, in px; from the rules for elderly people in docs/design.md. */
export interface Limits {
  /** The smallest words of all. */
  readonly smallestType: number;
  /** Sentences: what is longer than a label. */
  readonly sentenceType: number;
  /** What a page calls its `body`. */
  readonly bodyType: number;
  /** As a multiple of the type's size. */
  readonly lineHeight: number;
  readonly contrast: number;
  /** Of large words and of signs. */
  readonly largeContrast: number;
  readonly target: number;
  readonly mainTarget: number;
  /** A main button inside of a card, beside another. */
  readonly innerTarget: number;
  readonly mostNodes: number;
  readonly deepest: number;
  readonly mostChildren: number;
}

/** The same for both: who sees badly may not have found the switch yet. */
const BOTH = {
  lineHeight: 1.3,
  contrast: 4.5,
  largeContrast: 3,
  target: 44,
  mostNodes: 1000,
  deepest: 30,
  mostChildren: 60,
};

export const NORMAL: Limits = {
  ...BOTH,
  smallestType: 13,
  sentenceType: 13,
  bodyType: 16,
  mainTarget: 48,
  innerTarget: 44,
};
export const ELDERLY: Limits = {
  ...BOTH,
  smallestType: 14,
  sentenceType: 20,
  bodyType: 20,
  mainTarget: 60,
  innerTarget: 60,
};

/** What the probe is asked about one page. */
export interface Question {
  readonly limits: Limits;
  /** The data-testid of what one came for; null: nothing; absent: any main button. */
  readonly main: string | null | undefined;
}
