interface Page<Data> {
  readonly data: Data;
  setData(part: Partial<Data>): void;
}

/**
 * Sets what differs from what a page shows. A page that looks again every few seconds mostly hears the same: what did not
 * change need not travel to the screen and be drawn anew. Members are compared by their JSON.
 */
export function setChanged<Data extends object>(page: Page<Data>, next: Partial<Data>): void {
  const entries = Object.entries(next) as [keyof Data, unknown][];
  const changed = entries.filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(page.data[name]),
  );
  if (changed.length > 0) page.setData(Object.fromEntries(changed) as Partial<Data>);
}
