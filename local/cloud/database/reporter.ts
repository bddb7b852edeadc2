import type { OperationReport } from './options';

type Listener = (report: OperationReport) => void;

/** Fields of a request that tell whose operation it was. */
const LABELS = ['queryType', 'requestId', 'wxCloudApiToken'] as const;

/** Tells listeners of every finished operation, so that reads and writes can be counted per request. */
export class Reporter {
  private readonly listeners = new Set<Listener>();

  add(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Whether anyone listens: otherwise no report need be made. */
  get isHeard(): boolean {
    return this.listeners.size > 0;
  }

  report(report: OperationReport, body: Readonly<Record<string, unknown>>): void {
    const labels = LABELS.flatMap((name) => (typeof body[name] === 'string' ? [[name, body[name]]] : []));
    const complete = { ...report, ...(Object.fromEntries(labels) as Partial<OperationReport>) };
    for (const listener of this.listeners) listener(complete);
  }
}
