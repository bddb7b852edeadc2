/**
 * Replaces `Date` in this window: `Date.now()` and `new Date()` are `offset` milliseconds ahead of the
 * computer's clock. Returns the function that changes the offset later. Timers run as usual.
 */
export const installVirtualClock = (initialOffset: number): ((offset: number) => void) => {
  const RealDate = Date;
  let offset = initialOffset;
  const now = (): number => RealDate.now() + offset;
  window.Date = new Proxy(RealDate, {
    construct: (target, parameters, newTarget) =>
      Reflect.construct(target, parameters.length === 0 ? [now()] : parameters, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, name, receiver) =>
      name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown),
  });
  // `date.constructor` must be the clock's too.
  Object.defineProperty(RealDate.prototype, 'constructor', { value: window.Date, configurable: true });
  return (next) => {
    offset = next;
  };
};
