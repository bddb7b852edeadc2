import { randomBytes } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Blobs } from './blobs';
import { Measure } from './measure';

/** Makes a rename in a folder safe from a crash; where a system cannot, the rename is as safe as it gets. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function writeFile(path: string, contents: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of contents) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Contents in a folder, one file each, named by what is in them. They are written under another name
 * and moved into place, so a crash leaves the whole or nothing.
 */
export function folderBlobs(folder: string): Blobs {
  mkdirSync(folder, { recursive: true });
  return {
    async write(source, mostBytes) {
      const measure = new Measure();
      const partial = join(folder, `partial-${randomBytes(8).toString('hex')}`);
      try {
        await writeFile(partial, measure.through(source, mostBytes));
        const blob = measure.result();
        await rename(partial, join(folder, blob.name));
        await syncFolder(folder);
        return blob;
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
    },
    read: (name) => createReadStream(join(folder, name)),
    remove: (name) => rm(join(folder, name), { force: true }),
    keepOnly(names) {
      for (const name of readdirSync(folder))
        if (!names.has(name)) rmSync(join(folder, name), { force: true });
    },
  };
}
