import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { openLineChannel } from '../line-channel';
import { CHANNEL_DESCRIPTOR, type ChildMessage, type HostMessage, type ProcessSettings } from '../messages';
import { captureOutput } from './capture-output';
import { eventVariables } from './event-variables';
import { describe, runEvent } from './run-event';
import { unpackModules } from './unpack-modules';
import { installVirtualDate } from './virtual-date';

/** The program of a function process: one event at a time, until the host lets go of it. */
const settings = JSON.parse(process.argv[2] ?? '{}') as ProcessSettings;
const setOffset = installVirtualDate(globalThis);
setOffset(settings.clockOffset);

let running = '';
const take = (message: HostMessage): void => {
  if (message.type === 'clock') {
    setOffset(message.offset);
    return;
  }
  running = message.requestId;
  setOffset(message.clockOffset);
  setVariables(message.environment);
  attribute(message.requestId);
  void runEvent(message).then((outcome) => send(outcome));
};
const channel = openLineChannel(new Socket({ fd: CHANNEL_DESCRIPTOR, readable: true, writable: true }), {
  onMessage: (message) => take(message as HostMessage),
  onClose: () => process.kill(process.pid, 'SIGKILL'),
});
const send = (message: ChildMessage, done?: () => void): void => channel.send(message, done);
const attribute = captureOutput(send);
const setVariables = eventVariables(process.env);

// Ctrl-C reaches the whole terminal group: the host ends its processes in order, after their event.
process.on('SIGINT', () => undefined);
process.on('uncaughtException', (error: unknown) => {
  const failure = { type: 'failure' as const, requestId: running, fatal: true, ...describe(error) };
  send(failure, () => process.exit(1));
});

if (settings.preload !== undefined) {
  const putBack = settings.pack === undefined ? undefined : unpackModules(settings.pack);
  try {
    createRequire(settings.preload)(settings.preload);
  } catch {
    // A function that needs the SDK says so itself when it loads; others do not need it.
  } finally {
    putBack?.();
  }
}
send({ type: 'ready' });
