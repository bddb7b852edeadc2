import type { Mutation } from '../mutation';

const ACTIONS = 'storage/storage-actions.ts';
const SERVICE = 'storage/storage-service.ts';
const PATHS = 'storage/paths.ts';

const withoutPathRule = (find: string, what: string): Mutation => ({
  file: PATHS,
  find,
  replace: '',
  expectFailing: [`a path that ${what} is refused`],
});

/** Files of functions. */
export const STORAGE_MUTATIONS: readonly Mutation[] = [
  {
    file: ACTIONS,
    find: "Buffer.from(fileId).toString('base64')",
    replace: 'fileId',
    expectFailing: ['a file comes back byte for byte, under an id that names its environment and path'],
  },
  {
    file: 'storage/measure.ts',
    find: 'this.#size += chunk.length;',
    replace: 'this.#size = chunk.length;',
    expectFailing: ['a file is uploaded from a stream that says nothing of its length'],
  },
  {
    file: SERVICE,
    find: 'await this.#files.put(file);',
    replace: 'if (before === undefined) await this.#files.put(file);',
    expectFailing: ['a second upload to a path replaces the first'],
  },
  {
    file: PATHS,
    find: "path.replace(/[?#%\\\\]/gu, '_')",
    replace: 'path',
    expectFailing: ['a path with signs that mean something in an address is served all the same'],
  },
  {
    file: 'storage/limits.ts',
    find: 'linkSeconds: 600,',
    replace: 'linkSeconds: 7200,',
    expectFailing: ['a link holds for ten minutes'],
  },
  {
    file: ACTIONS,
    find: 'secondsOf(age, linkSeconds)',
    replace: 'linkSeconds',
    expectFailing: ['a link holds for as long as was asked'],
  },
  {
    file: SERVICE,
    find: '(signed) => shownPath(signed) === place',
    replace: '() => true',
    expectFailing: ['a link that was changed opens nothing'],
  },
  {
    file: SERVICE,
    find: '(signed) => signed === place',
    replace: '() => true',
    expectFailing: ['an upload needs the signature that was made for its path'],
  },
  {
    file: 'storage/measure.ts',
    find: 'if (this.#size > mostBytes) throw',
    replace: 'if (this.#size < 0) throw',
    expectFailing: ['a file above the limit is refused and leaves nothing'],
  },
  {
    file: ACTIONS,
    find: 'path === undefined || !storage.has(path)',
    replace: 'path === undefined',
    expectFailing: [
      'a file that is not there has a status of its own in a list of links',
      'downloading a file that is not there fails',
    ],
  },
  {
    file: 'storage/file-id.ts',
    find: 'return fileId.startsWith(prefix) ? fileId.slice(prefix.length) : undefined;',
    replace: "return fileId.startsWith(prefix) ? fileId.slice(prefix.length) : 'a/b.txt';",
    expectFailing: ['a file of another environment is not found'],
  },
  {
    file: SERVICE,
    find: 'if (file === undefined) return false;',
    replace: 'if (file === undefined) return true;',
    expectFailing: ['a deleted file is gone, and deleting it again says that it was not there'],
  },
  {
    file: 'storage/cos-error.ts',
    find: "404, 'NoSuchKey'",
    replace: "403, 'NoSuchKey'",
    expectFailing: ['a link to a file that was deleted finds nothing'],
  },
  {
    file: ACTIONS,
    find: 'if (value.length > most) throw',
    replace: 'if (value.length > most * 2) throw',
    expectFailing: ['more than fifty files at once are refused'],
  },
  {
    file: 'http/cos-route.ts',
    find: "style-src 'unsafe-inline'; sandbox",
    replace: "style-src 'unsafe-inline'",
    expectFailing: ['a page that a user uploaded cannot run at the address of the preview'],
  },
  withoutPathRule("if (path.startsWith('/')) return 'the path begins with /';", 'begins with a slash'),
  withoutPathRule(
    "if (path.includes('//')) return 'the path has two / in a row';",
    'has two slashes in a row',
  ),
  withoutPathRule(
    'if (Buffer.byteLength(path) > longestBytes) return `the path is longer than ${longestBytes} bytes`;',
    'is longer than 850 bytes',
  ),
  withoutPathRule(
    "if (/[\\p{Cc}\\p{Surrogate}]/u.test(path)) return 'the path has a control character';",
    'has a control character',
  ),
  withoutPathRule(
    "if (path.split('/').some((part) => part === '.' || part === '..')) return 'the path has a dot segment';",
    'climbs up',
  ),
];
