type Listener = (...values: unknown[]) => void;

/** The channel between a page and the page it opened (`EventChannel` of `wx.navigateTo`). */
export class EventChannel {
  private readonly listeners = new Map<string, Set<Listener>>();
  /** What was said before anyone listened; the first listener of a name hears it. */
  private readonly early = new Map<string, unknown[][]>();

  on(name: string, listener: Listener): void {
    const set = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, set.add(listener));
    const waiting = this.early.get(name) ?? [];
    this.early.delete(name);
    for (const values of waiting) listener(...values);
  }

  once(name: string, listener: Listener): void {
    const once: Listener = (...values) => {
      this.off(name, once);
      listener(...values);
    };
    this.on(name, once);
  }

  off(name: string, listener?: Listener): void {
    if (listener) this.listeners.get(name)?.delete(listener);
    else this.listeners.delete(name);
  }

  emit(name: string, ...values: unknown[]): void {
    const set = this.listeners.get(name);
    if (set && set.size > 0) for (const listener of [...set]) listener(...values);
    else this.early.set(name, [...(this.early.get(name) ?? []), values]);
  }
}

/** The two ends of one conversation: what one end emits, the other hears. */
export const channelPair = (): { opener: EventChannel; opened: EventChannel } => {
  const opener = new EventChannel();
  const opened = new EventChannel();
  const hear = { opener: opener.emit.bind(opener), opened: opened.emit.bind(opened) };
  opener.emit = (...message) => hear.opened(...message);
  opened.emit = (...message) => hear.opener(...message);
  return { opener, opened };
};
