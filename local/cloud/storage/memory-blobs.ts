import { Readable } from 'node:stream';
import type { Blobs } from './blobs';
import { Measure } from './measure';

/** Contents of a cloud that lives in memory. */
export function memoryBlobs(): Blobs {
  const kept = new Map<string, Buffer>();
  return {
    async write(source, mostBytes) {
      const measure = new Measure();
      const chunks: Uint8Array[] = [];
      for await (const chunk of measure.through(source, mostBytes)) chunks.push(chunk);
      const blob = measure.result();
      kept.set(blob.name, Buffer.concat(chunks));
      return blob;
    },
    read: (name) => Readable.from([kept.get(name) ?? Buffer.alloc(0)]),
    remove(name) {
      kept.delete(name);
      return Promise.resolve();
    },
    keepOnly(names) {
      for (const name of kept.keys()) if (!names.has(name)) kept.delete(name);
    },
  };
}
