import type { OutputMessage } from '../messages';

/** Characters of output kept per event, so that a chatty loop cannot fill the host's memory. */
const OUTPUT_LIMIT = 200_000;

/** Redirects what the function prints to the host, under the event that is running. */
export function captureOutput(send: (message: OutputMessage) => void): (requestId: string) => void {
  let requestId = '';
  let used = 0;
  const capture = (stream: 'stdout' | 'stderr'): void => {
    const output = process[stream];
    output.write = ((chunk: Uint8Array | string, encoding?: unknown, done?: unknown): boolean => {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      if (used < OUTPUT_LIMIT) send({ type: 'output', requestId, stream, text });
      used += text.length;
      const callback = typeof encoding === 'function' ? encoding : done;
      if (typeof callback === 'function') process.nextTick(callback);
      return true;
    }) as typeof output.write;
  };
  capture('stdout');
  capture('stderr');
  return (next) => {
    requestId = next;
    used = 0;
  };
}
