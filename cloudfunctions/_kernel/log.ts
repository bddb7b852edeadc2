/** What a log line may hold: names, codes and counts. No field here can carry a patient's words or numbers. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly what: string;
  readonly traceId: string;
  readonly procedure?: string;
  readonly outcome?: string;
  readonly milliseconds?: number;
  /** Number and hash of the newest link of the audit chain. */
  readonly head?: string;
  /** Class and code of a fault, and where in our own code; never its message. */
  readonly fault?: { readonly name: string; readonly code?: string; readonly at?: string };
}

export function log(entry: LogEntry): void {
  console.log(JSON.stringify(entry));
}

/** Describes a fault without its message, which may quote what a patient typed. */
export function describeFault(thrown: unknown): NonNullable<LogEntry['fault']> {
  if (!(thrown instanceof Error)) return { name: typeof thrown };
  const code = (thrown as { code?: unknown }).code;
  const at = thrown.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return {
    name: thrown.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code) } : {}),
    ...(at ? { at: at.trim().replace(/\(?(?:file:\/\/)?\/.*\/([^/]+)\)?$/, '$1') } : {}),
  };
}
