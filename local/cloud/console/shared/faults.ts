/** One rule in force, or to be put into force. */
export interface FaultLine {
  name: string;
  match?: { action?: string; collection?: string; function?: string; step?: number };
  nth?: number;
  times?: number;
  probability?: number;
  ms?: number;
  code?: string;
}

/** One rule in force, under its number. */
export interface FaultInForceLine extends FaultLine {
  number: number;
}

/** A schedule that is in force: the same seed and bounds give the same digest. */
export interface FaultPlanAnswer {
  seed: number;
  digest: string;
  rules: FaultLine[];
}

/** One operation that was hit. */
export interface StrikeLine {
  order: number;
  name: string;
  rule: number;
  nth: number;
  operation: {
    action?: string | undefined;
    collection?: string | undefined;
    function?: string | undefined;
    step?: number | undefined;
  };
}

/** The faults: what there is, what is in force, what was hit (latest first). */
export interface FaultBoardAnswer {
  names: readonly string[];
  rules: FaultInForceLine[];
  struck: StrikeLine[];
}
