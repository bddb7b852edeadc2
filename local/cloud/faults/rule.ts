import { FAULT_NAMES, type FaultName } from './names';

/** What an operation must be to be hit; what is absent matches everything. */
export interface FaultMatch {
  /** An SDK action such as `database.getDocument`, or `invoke` for a client's call. */
  action?: string;
  collection?: string;
  /** The function that is called, or the one that makes the request. */
  function?: string;
  /** The how-manieth operation of its invocation it is, from 1. */
  step?: number;
}

export interface FaultRule {
  name: FaultName;
  match?: FaultMatch;
  /** The first matching operation that may be hit, counted from 1 since the rule was set. */
  nth?: number;
  /** How often it strikes; where absent, once after `nth` and else until cleared. */
  times?: number;
  /** Share of the matching operations that are hit, above 0 and at most 1; all where absent. */
  probability?: number;
  /** Milliseconds: the delay of `slow` and the timeouts, the error of a clock. */
  ms?: number;
  /** Error code of the payment faults, where not the usual one. */
  code?: string;
}

/** What asks to be let through. */
export type Operation = { readonly [Key in keyof FaultMatch]?: FaultMatch[Key] | undefined };

type Kind = 'text' | 'count' | 'share' | 'number';

const MATCH: Record<keyof FaultMatch, Kind> = {
  action: 'text',
  collection: 'text',
  function: 'text',
  step: 'count',
};
const RULE: Record<Exclude<keyof FaultRule, 'name' | 'match'>, Kind> = {
  nth: 'count',
  times: 'count',
  probability: 'share',
  ms: 'number',
  code: 'text',
};

const isKind: Record<Kind, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && value !== '',
  count: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
  share: (value) => typeof value === 'number' && value > 0 && value <= 1,
  number: (value) => Number.isFinite(value),
};

function checkFields(what: string, fields: object, kinds: Readonly<Record<string, Kind>>): void {
  for (const [name, value] of Object.entries(fields)) {
    const kind = kinds[name];
    if (kind === undefined) throw new Error(`${what} has no ${name}`);
    if (value !== undefined && !isKind[kind](value)) throw new Error(`${what}: ${name} is not a ${kind}`);
  }
}

/** Faults that are nothing without a number of milliseconds. */
const NEED_MS: ReadonlySet<FaultName> = new Set(['slow', 'clock-skew']);

/** Checks a rule of any origin and copies it. Throws one sentence that names what is wrong. */
export function checkRule(rule: FaultRule): FaultRule {
  const { name, match, ...rest } = rule;
  if (!FAULT_NAMES.includes(name)) throw new Error(`there is no fault ${name}`);
  checkFields(`the fault ${name}`, rest, RULE);
  if (match !== undefined && (typeof match !== 'object' || (match as unknown) === null))
    throw new Error(`the fault ${name}: match is not an object`);
  checkFields(`the match of ${name}`, match ?? {}, MATCH);
  if (NEED_MS.has(name) && rest.ms === undefined) throw new Error(`the fault ${name} needs ms`);
  return { name, ...(match === undefined ? {} : { match: { ...match } }), ...rest };
}

/** Whether a rule speaks of this operation. */
export function isMeant(match: FaultMatch | undefined, operation: Operation): boolean {
  return (
    match === undefined ||
    ((match.action === undefined || match.action === operation.action) &&
      (match.collection === undefined || match.collection === operation.collection) &&
      (match.function === undefined || match.function === operation.function) &&
      (match.step === undefined || match.step === operation.step))
  );
}
