/** So long a check of sound code may take: only one that hangs is ever waited for, so a busy machine gets its time. */
export const PATIENT_MS = 60_000;

/** Waits for a piece of work; one that does not end within `timeout` milliseconds has failed. */
export async function inTime(work: Promise<void>, timeout: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`did not end within ${timeout} ms`));
    }, timeout);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
