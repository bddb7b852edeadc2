import type { Duplex } from 'node:stream';

/** The two ends of a function process's channel: one JSON value a line, on a pipe of its own. */
export interface LineChannel {
  /** `done` is called when the line was handed over, or can never be. */
  send: (message: object, done?: () => void) => void;
}

export interface LineChannelEvents {
  /** Whatever was read: the other end may be anybody's code, so its shape is for the receiver to check. */
  onMessage: (message: unknown) => void;
  /** The other end closed it, broke it, or sent a line without end. */
  onClose: () => void;
}

/** Longest line in characters: the largest result, every character of it escaped, with room for the rest. */
const MAXIMUM_LINE = 16 * 1024 * 1024;

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
};

/**
 * Speaks over a pipe. Node's own channel between processes is not used, since code that writes to its descriptor
 * makes the parent throw where nobody can catch it.
 */
export function openLineChannel(stream: Duplex, { onMessage, onClose }: LineChannelEvents): LineChannel {
  let rest = '';
  let open = true;
  const close = (): void => {
    if (!open) return;
    open = false;
    rest = '';
    stream.destroy();
    onClose();
  };
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    if (lines.length > 0) {
      lines[0] = rest + (lines[0] ?? '');
      rest = '';
      for (const line of lines) if (open) onMessage(parse(line));
    }
    rest += last;
    if (rest.length > MAXIMUM_LINE) close();
  });
  for (const event of ['end', 'error', 'close']) stream.on(event, close);
  return {
    send: (message, done = () => undefined) => {
      if (open && stream.writable) stream.write(`${JSON.stringify(message)}\n`, () => done());
      else done();
    },
  };
}
