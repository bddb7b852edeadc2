/**
 * Does one piece of work for each item, in order of their beginning, never more than `most` of them at a time, and begins
 * none once `goesOn` says no. Nothing is still under way when it ends.
 * @throws what the first piece that failed has thrown; the others were done all the same.
 */
export async function fewAtOnce<T>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<void>,
  goesOn: () => boolean = () => true,
): Promise<void> {
  const waiting = items.values();
  const failures: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (const item of waiting) {
      if (!goesOn()) return;
      try {
        await work(item);
      } catch (thrown) {
        failures.push(thrown);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
  if (failures.length > 0) throw failures[0];
}
