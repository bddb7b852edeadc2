/**
 * A Date of its own for one program, so that `new Date()`, `Date()` and `Date.now()` show its clock and
 * nobody else's Date is touched. Dates are real ones: every Date is an instance of every other's.
 */
export function dateOf(now: () => number): DateConstructor {
  const Real = Date;
  function ProgramDate(this: unknown, ...given: unknown[]): unknown {
    // Called without `new`, there is no target: `Date()` is a text.
    const target = new.target as typeof ProgramDate | undefined;
    if (target === undefined) return new Real(now()).toString();
    return Reflect.construct(Real, given.length === 0 ? [now()] : given, target);
  }
  const prototype: unknown = Object.create(Real.prototype, {
    constructor: { value: ProgramDate, writable: true, configurable: true },
  });
  Object.setPrototypeOf(ProgramDate, Real);
  Object.defineProperties(ProgramDate, {
    name: { value: 'Date' },
    length: { value: Real.length },
    now: { value: now, writable: true, configurable: true },
    prototype: { value: prototype },
    [Symbol.hasInstance]: { value: (value: unknown) => value instanceof Real },
  });
  return ProgramDate as unknown as DateConstructor;
}
