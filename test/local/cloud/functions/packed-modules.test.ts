import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { packedModules } from '../../../../local/cloud/functions/packed-modules';
import { buildPrograms } from '../../../../local/cloud/functions/program-cache';

const CHILD = path.resolve('local/cloud/functions/child');
const HEAP = 256;

let folder: string;
let program: string;
let reader: string;

const write = (name: string, text: string): void => {
  const file = path.join(folder, 'node_modules/given', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'packed-')));
  program = buildPrograms(path.resolve('.')).packModules;
  write('package.json', '{"name":"given","main":"index.js"}');
  write('other.js', "module.exports = (text) => text + ' world';");
  write('data.json', '{"text":"hello"}');
  write('late.js', "module.exports = () => import('./late.mjs').then((one) => one.default);");
  write('late.mjs', 'export default 7;');
  write(
    'index.js',
    `const other = require('./other');
     exports.said = other(require('./data.json').text);
     exports.place = [__filename, __dirname, module.id === __filename, require.resolve('./other')];
     exports.late = require('./late');
     exports.afterwards = () => require('node:path').sep + require('./other')('');`,
  );
  // What a function process does, and what it found.
  reader = path.join(folder, 'reader.cjs');
  const source = `import { createRequire } from 'node:module';
    import { unpackModules } from ${JSON.stringify(path.join(CHILD, 'unpack-modules'))};
    const [, , pack, module] = process.argv;
    const putBack = unpackModules(pack);
    const given = createRequire(module)(module);
    putBack();
    void given.late().then((late) => process.stdout.write(
      JSON.stringify([given.said, given.place, late, given.afterwards()])));`;
  const built = buildSync({
    stdin: { contents: source, resolveDir: CHILD, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
  });
  writeFileSync(reader, built.outputFiles[0]?.text ?? '');
});
afterAll(() => rmSync(folder, { recursive: true }));

const index = (): string => path.join(folder, 'node_modules/given/index.js');
const pack = (): string | undefined =>
  packedModules({ module: index(), program, folder, heapMegabytes: HEAP });
const loadedFrom = (file: string): unknown =>
  JSON.parse(
    execFileSync(process.execPath, [`--max-old-space-size=${HEAP}`, reader, file, index()]).toString(),
  );
const loaded = (hello: string, world: string): unknown => {
  const given = path.dirname(index());
  return [
    `${hello} ${world}`,
    [index(), given, true, path.join(given, 'other.js')],
    7,
    `${path.sep} ${world}`,
  ];
};

test('modules from a pack are those of the files, until one of the files changes', () => {
  const first = pack();
  expect(first).toBeDefined();
  expect(loadedFrom(first ?? '')).toEqual(loaded('hello', 'world'));
  expect(pack()).toBe(first);

  write('other.js', "module.exports = (text) => text + ' there';");
  expect(loadedFrom(first ?? '')).toEqual(loaded('hello', 'world'));
  expect(loadedFrom(pack() ?? '')).toEqual(loaded('hello', 'there'));
});

test('a pack that cannot be read or made changes nothing', () => {
  const broken = path.join(folder, 'broken.pack');
  writeFileSync(broken, 'no pack');
  expect(loadedFrom(broken)).toEqual(loaded('hello', 'there'));
  expect(loadedFrom(path.join(folder, 'none.pack'))).toEqual(loaded('hello', 'there'));
  const module = path.join(folder, 'none.js');
  expect(packedModules({ module, program, folder, heapMegabytes: HEAP })).toBeUndefined();
});
