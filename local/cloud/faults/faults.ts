import { chance } from './chance';
import { drawPlan, type FaultPlan, type PlanOptions } from './plan';
import type { FaultName } from './names';
import { checkRule, isMeant, type FaultRule, type Operation } from './rule';

export { FAULT_NAMES, type FaultName } from './names';
export type { FaultPlan, PlanOptions } from './plan';
export type { FaultMatch, FaultRule, Operation } from './rule';

/** One operation that was hit. */
export interface Strike {
  /** From 1, over all that was struck since the board was cleared or seeded. */
  order: number;
  name: FaultName;
  /** Number of the rule, from 1 in the order of setting. */
  rule: number;
  /** The how-manieth operation it was that the rule speaks of. */
  nth: number;
  operation: Operation;
}

/** A rule in force under its number; `times` is what is left of it. */
export interface FaultInForce extends FaultRule {
  number: number;
}

interface ActiveRule {
  readonly rule: FaultRule;
  readonly number: number;
  seen: number;
  left: number;
}

const withWhatIsLeft = ({ rule, left }: ActiveRule): FaultRule => ({
  ...rule,
  ...(Number.isFinite(left) ? { times: left } : {}),
});

/** Strikes that are remembered, the latest ones. */
const STRIKES_KEPT = 10_000;
/** Invocations whose operations are counted at a time. */
const INVOCATIONS_KEPT = 10_000;

const realWait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * The faults in force. Which operation is hit depends on the rules, the seed and the order of the operations that a
 * rule speaks of: never on time.
 */
export class FaultBoard {
  #rules: ActiveRule[] = [];
  #strikes: Strike[] = [];
  readonly #steps = new Map<string, number>();
  #seed = 1;
  #set = 0;
  #struck = 0;

  /** `wait` lets milliseconds pass: really, or on the clock of a simulation. */
  constructor(readonly wait: (milliseconds: number) => Promise<void> = realWait) {}

  /** Whether nothing is in force. */
  get quiet(): boolean {
    return this.#rules.length === 0;
  }

  /** Puts a rule into force; answers its number. Throws one sentence where it makes no sense. */
  set(rule: FaultRule): number {
    const checked = checkRule(rule);
    const left = checked.times ?? (checked.nth === undefined ? Infinity : 1);
    this.#rules.push({ rule: checked, number: ++this.#set, seen: 0, left });
    return this.#set;
  }

  /** Takes one rule out of force; the others and what was struck stay. False where none has this number. */
  withdraw(number: number): boolean {
    const at = this.#rules.findIndex((active) => active.number === number);
    if (at >= 0) this.#rules.splice(at, 1);
    return at >= 0;
  }

  /** Starts anew with this seed and without a rule: the same rules then hit the same operations again. */
  seed(seed: number): void {
    this.clear();
    this.#seed = seed;
  }

  /** Draws a schedule of faults from a seed; nothing is put into force. */
  plan(seed: number, options: PlanOptions = {}): FaultPlan {
    return drawPlan(seed, options);
  }

  /** Starts anew with a schedule. Throws one sentence where a rule of it makes no sense, and changes nothing. */
  follow({ seed, rules }: Pick<FaultPlan, 'seed' | 'rules'>): void {
    const checked = rules.map(checkRule);
    this.seed(seed);
    for (const rule of checked) this.set(rule);
  }

  /** Takes all rules out of force and forgets what was struck. */
  clear(): void {
    this.#rules = [];
    this.#strikes = [];
    this.#steps.clear();
    this.#set = 0;
    this.#struck = 0;
  }

  /** The rules in force; `times` is what is left of them. */
  list(): FaultRule[] {
    return this.#rules.map(withWhatIsLeft);
  }

  /** The rules in force with the numbers that `set` gave them. */
  inForce(): FaultInForce[] {
    return this.#rules.map((active) => ({ number: active.number, ...withWhatIsLeft(active) }));
  }

  /** What was hit, oldest first; the latest ten thousand. */
  struck(): Strike[] {
    return this.#strikes.map((strike) => ({ ...strike }));
  }

  /** Counts the operations of one invocation: 1 for the first. */
  nextStep(invocation: string): number {
    const step = (this.#steps.get(invocation) ?? 0) + 1;
    if (step === 1 && this.#steps.size >= INVOCATIONS_KEPT) this.#forgetOldest();
    this.#steps.set(invocation, step);
    return step;
  }

  /** The rule of this name that hits the operation; it has then struck once more. */
  strike(name: FaultName, operation: Operation = {}): FaultRule | undefined {
    let hit: ActiveRule | undefined;
    for (const active of this.#rules) {
      if (active.rule.name !== name || !isMeant(active.rule.match, operation)) continue;
      active.seen += 1;
      if (hit === undefined && this.#hits(active)) hit = active;
    }
    if (hit !== undefined) this.#remember(hit, operation);
    return hit?.rule;
  }

  #hits({ rule: { nth = 1, probability = 1 }, number, seen }: ActiveRule): boolean {
    return seen >= nth && (probability >= 1 || chance(this.#seed, number, seen) < probability);
  }

  #remember(active: ActiveRule, operation: Operation): void {
    const { rule, number, seen } = active;
    this.#struck += 1;
    this.#strikes.push({ order: this.#struck, name: rule.name, rule: number, nth: seen, operation });
    if (this.#strikes.length > STRIKES_KEPT) this.#strikes.shift();
    active.left -= 1;
    if (active.left <= 0) this.#rules.splice(this.#rules.indexOf(active), 1);
  }

  #forgetOldest(): void {
    const [oldest] = this.#steps.keys();
    if (oldest !== undefined) this.#steps.delete(oldest);
  }
}
