import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eraseDataFolder } from '../../../../local/cloud';
import { memoryFolder, openDataFolder } from '../../../../local/cloud/data-folder/data-folder';
import { openCloud } from '../cloud-under-test';

let parent: string;
let folder: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'cloud-'));
  folder = join(parent, 'data');
});
afterEach(() => rmSync(parent, { recursive: true }));
const lockFile = () => join(folder, 'local-cloud.lock');

describe('a data folder', () => {
  test('is made with a mark, and opens again', () => {
    openDataFolder(folder).release();
    expect(JSON.parse(readFileSync(join(folder, 'local-cloud.json'), 'utf8'))).toEqual({
      kind: 'local-cloud',
      format: 1,
    });
    openDataFolder(folder).release();
  });

  test('keeps its keys, readable by its owner only', () => {
    const first = openDataFolder(folder);
    const key = first.secret('identity');
    expect(key).toMatch(/^[\da-f]{64}$/);
    expect(first.secret('other')).not.toBe(key);
    first.release();
    const second = openDataFolder(folder);
    expect(second.secret('identity')).toBe(key);
    second.release();
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  test('says so when its keys are damaged, instead of making new ones', () => {
    openDataFolder(folder).release();
    writeFileSync(join(folder, 'secrets.json'), '{');
    expect(() => openDataFolder(folder)).toThrow(/secrets\.json is damaged/);
    expect(existsSync(lockFile())).toBe(false);
  });

  test('serves one process at a time', () => {
    const held = openDataFolder(folder);
    expect(() => openDataFolder(folder)).toThrow(
      `the data folder ${folder} is in use by process ${process.pid}`,
    );
    held.release();
    openDataFolder(folder).release();
  });

  test.each([
    ['is dead', { pid: 2 ** 22 + 1 }],
    ['has given its number to another', { pid: process.pid, birth: '1' }],
  ])('is taken over from a process that %s', (_, holder) => {
    openDataFolder(folder).release();
    writeFileSync(lockFile(), JSON.stringify(holder));
    openDataFolder(folder).release();
  });

  test('of another program is not touched', () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'letter.txt'), 'dear');
    expect(() => openDataFolder(folder)).toThrow(`${folder} is not a data folder of the local cloud`);
    expect(() => eraseDataFolder(folder)).toThrow('nothing was deleted');
    expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('dear');
  });

  test('of a format that is not known is not read', () => {
    openDataFolder(folder).release();
    writeFileSync(join(folder, 'local-cloud.json'), JSON.stringify({ kind: 'local-cloud', format: 99 }));
    expect(() => openDataFolder(folder)).toThrow(/has format 99, this program knows 1$/);
  });

  test('that is a file is refused in one line', () => {
    writeFileSync(folder, '');
    expect(() => openDataFolder(folder)).toThrow(`the data folder ${folder} is not a folder`);
  });

  // Root may write everywhere: the test says nothing there.
  (process.getuid?.() === 0 ? test.skip : test)('that may not be written is refused in one line', () => {
    chmodSync(parent, 0o500);
    expect(() => openDataFolder(folder)).toThrow(`the data folder ${folder} cannot be written`);
    chmodSync(parent, 0o700);
  });

  test('is erased only when nobody uses it', () => {
    const held = openDataFolder(folder);
    expect(() => eraseDataFolder(folder)).toThrow('in use');
    held.release();
    eraseDataFolder(folder);
    expect(existsSync(folder)).toBe(false);
    eraseDataFolder(folder);
  });

  test('in memory has keys that nobody keeps', () => {
    expect(memoryFolder().secret('a')).not.toBe(memoryFolder().secret('a'));
  });
});

describe('a cloud in a data folder', () => {
  test('gives functions its keys, and keeps tokens good across a restart', async () => {
    const options = {
      dataDir: folder,
      functionEnv: (secret: (name: string) => string) => ({ SETTING: secret('fields') }),
    };
    const first = await openCloud(options);
    const token = first.identity.mint({ openid: 'o-ann' });
    const seen = (await first.invoke({ name: 'whoami' })).result as { setting: string };
    expect(seen.setting).toBe(first.secret('fields'));
    await expect(openCloud(options)).rejects.toThrow('in use');
    await first.close();
    const second = await openCloud(options);
    expect(second.identity.read(token)).toMatchObject({ openid: 'o-ann' });
    expect(second.secret('fields')).toBe(seen.setting);
    await second.close();
    const other = await openCloud();
    expect(other.identity.read(token)).toBeUndefined();
    await other.close();
  });
});
