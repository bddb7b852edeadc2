import { createRequire } from 'node:module';
import type { ChildMessage, HostMessage, ProcessSettings } from '../messages';
import { captureOutput } from './capture-output';
import { eventVariables } from './event-variables';
import { describe, runEvent } from './run-event';
import { installVirtualDate } from './virtual-date';

/** The program of a function process: one event at a time, until the host lets go of it. */
const settings = JSON.parse(process.argv[2] ?? '{}') as ProcessSettings;
const setOffset = installVirtualDate(globalThis);
setOffset(settings.clockOffset);

const send = (message: ChildMessage, done?: () => void): void => {
  if (process.connected) process.send?.(message, undefined, undefined, done);
  else done?.();
};
const attribute = captureOutput(send);
const setVariables = eventVariables(process.env);
let running = '';

process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
// Ctrl-C reaches the whole terminal group: the host ends its processes in order, after their event.
process.on('SIGINT', () => undefined);
process.on('uncaughtException', (error: unknown) => {
  const failure = { type: 'failure' as const, requestId: running, fatal: true, ...describe(error) };
  send(failure, () => process.exit(1));
});
process.on('message', (message: HostMessage) => {
  if (message.type === 'clock') {
    setOffset(message.offset);
    return;
  }
  running = message.requestId;
  setOffset(message.clockOffset);
  setVariables(message.environment);
  attribute(message.requestId);
  void runEvent(message).then((outcome) => send(outcome));
});

if (settings.preload !== undefined) {
  try {
    createRequire(settings.preload)(settings.preload);
  } catch {
    // A function that needs the SDK says so itself when it loads; others do not need it.
  }
}
send({ type: 'ready' });
