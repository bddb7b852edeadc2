import { createHash } from 'node:crypto';
import type { LocalCloud } from '../../../../local/cloud';
import { documents } from '../cloud-under-test';

/** A fingerprint of all that the cloud keeps: two that are equal mean that nothing was changed. */
export async function stateDigest(cloud: LocalCloud): Promise<string> {
  const { database, pay, messages, storage, timers, faults, clock } = cloud;
  const collections = database.describe().map(({ name }) => name);
  const state = {
    collections: await Promise.all(collections.map(async (name) => [name, await documents(cloud, name)])),
    openTransactions: database.stats().openTransactions,
    pay: [pay.orders(), pay.refunds(), pay.callbacks()],
    messages: [messages.list(), messages.permissions()],
    files: storage.list(),
    timers: timers.list(),
    faults: faults.list(),
    clock: clock.offset(),
  };
  return createHash('sha256').update(JSON.stringify(state)).digest('hex');
}
