import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { serialize } from 'node:v8';
import type { Script } from 'node:vm';
import { createRequire } from 'node:module';
import { evaluate, loader, placeOf, scriptOf, type PackedFile } from './module-pack';

/** The program that makes a pack: loads a module, remembers what was read on the way, and writes it down. */
const [, , module = '', packFile = '', listFile = ''] = process.argv;
const read = new Map<string, { readonly source: string; readonly script: Script }>();
const resolutions = new Map<string, string>();

const resolve = loader._resolveFilename;
loader._resolveFilename = (request, parent, isMain, options) => {
  const found = resolve(request, parent, isMain, options);
  if (parent && options === undefined && path.isAbsolute(found))
    resolutions.set(placeOf(parent.path, request), found);
  return found;
};

/** What imports modules of the other kind must be compiled by Node itself. */
const IMPORTS = /\bimport\s*\(/;

const compile = loader.prototype._compile;
loader.prototype._compile = function (content, filename, format) {
  const isPlain = format !== 'module' && !filename.endsWith('.mjs') && !IMPORTS.test(content);
  const script = isPlain ? compiled(filename, content) : null;
  if (script === null) return compile.call(this, content, filename, format);
  read.set(filename, { source: content, script });
  evaluate(this, filename, script);
  return undefined;
};

function compiled(filename: string, content: string): Script | null {
  try {
    return scriptOf(filename, content);
  } catch {
    // Node knows more ways to read a file.
    return null;
  }
}

createRequire(module)(module);

// By now everything was run once: functions that V8 compiles late are in.
const files = new Map<string, PackedFile>(
  [...read].map(([name, { source, script }]) => [name, { source, cachedData: script.createCachedData() }]),
);
writeFileSync(packFile, serialize({ files, resolutions }));
const manifests = [...files.keys(), module].map((name) => {
  const { size, mtimeMs } = statSync(name);
  return [name, size, mtimeMs] as const;
});
writeFileSync(listFile, JSON.stringify(manifests));
