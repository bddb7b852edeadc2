import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { evaluate, loader, placeOf, scriptOf, type ModulePack } from './module-pack';

/**
 * Takes modules from a pack instead of from hundreds of files, until the returned function is called. What the pack does not
 * know is loaded as ever; a pack that cannot be read changes nothing.
 */
export function unpackModules(file: string): () => void {
  const pack = readPack(file);
  if (pack === null) return () => undefined;
  const resolve = loader._resolveFilename;
  const load = loader._extensions['.js'];
  loader._resolveFilename = (request, parent, isMain, options) =>
    (parent && options === undefined && pack.resolutions.get(placeOf(parent.path, request))) ||
    resolve(request, parent, isMain, options);
  loader._extensions['.js'] = (module, filename) => {
    const found = pack.files.get(filename);
    if (found) evaluate(module, filename, scriptOf(filename, found.source, found.cachedData));
    else load(module, filename);
  };
  return () => {
    loader._resolveFilename = resolve;
    loader._extensions['.js'] = load;
  };
}

function readPack(file: string): ModulePack | null {
  try {
    return deserialize(readFileSync(file)) as ModulePack;
  } catch {
    return null;
  }
}
