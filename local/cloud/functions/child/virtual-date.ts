/** Moves every later reading of the clock by this many milliseconds. */
export type SetOffset = (milliseconds: number) => void;

/**
 * Replaces the global Date so that `new Date()`, `Date()` and `Date.now()` show the virtual clock.
 * A date made from arguments, `Date.parse` and `Date.UTC` stay as they are.
 */
export function installVirtualDate(target: { Date: DateConstructor }): SetOffset {
  const RealDate = target.Date;
  let offset = 0;
  const now = (): number => RealDate.now() + offset;
  const virtual = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (real, given: unknown[], newTarget) =>
      Reflect.construct(real, given.length === 0 ? [now()] : given, newTarget) as Date,
    get: (real, key, receiver): unknown => (key === 'now' ? now : Reflect.get(real, key, receiver)),
  });
  RealDate.prototype.constructor = virtual;
  target.Date = virtual;
  return (milliseconds) => {
    offset = milliseconds;
  };
}
