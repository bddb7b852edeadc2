import { createHash } from 'node:crypto';
import { openCloud } from '../cloud-under-test';

/**
 * Uploads files of growing size one after the other and prints path and hash of each that was
 * acknowledged, until it is killed. Argument: the data folder.
 */
const main = async (dataDir: string): Promise<void> => {
  const { storage } = await openCloud({ dataDir, functionConfig: { prewarmed: 0 } });
  for (let at = 0; ; at += 1) {
    const path = `files/${at % 7}.bin`;
    const contents = Buffer.alloc(20_000 * ((at % 5) + 1), at);
    const { url, authorization } = storage.uploadTicket(path);
    const response = await fetch(url, { method: 'PUT', headers: { authorization }, body: contents });
    if (response.status !== 200) throw new Error(`status ${response.status}`);
    process.stdout.write(`${path} ${createHash('sha256').update(contents).digest('hex')}\n`);
  }
};

void main(process.argv[2] ?? '');
