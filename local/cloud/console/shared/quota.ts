/** A plan; null where nothing is counted. */
export interface PlanLine {
  name: string;
  operationsPerSecond: number | null;
  connections: number | null;
  functionConcurrency: number | null;
}

/** The plan that holds, what is used of it, and the plans that have a name. */
export interface QuotaAnswer {
  profile: PlanLine;
  connections: number;
  functions: { name: string; running: number }[];
  admitted: { operations: number; calls: number };
  refused: { operations: number; connections: number; calls: number };
  plans: PlanLine[];
}
