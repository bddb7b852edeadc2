import Module from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

/** A CommonJS file as it lies on the disk, and what V8 made of it when it was run. */
export interface PackedFile {
  readonly source: string;
  readonly cachedData: Buffer;
}

/** Everything that loading one module read, by absolute path, and where each `require` of it led, by `placeOf`. */
export interface ModulePack {
  readonly files: ReadonlyMap<string, PackedFile>;
  readonly resolutions: ReadonlyMap<string, string>;
}

interface Parent {
  readonly path: string;
}

/** Parts of Node's loader that tools have hooked for years, and that have no types. */
interface Loader {
  _resolveFilename: (
    request: string,
    parent: Parent | undefined,
    isMain?: boolean,
    options?: object,
  ) => string;
  readonly _extensions: Record<'.js', (module: NodeJS.Module, filename: string) => void>;
  readonly _cache: NodeJS.Dict<NodeJS.Module>;
  readonly prototype: {
    _compile: (this: NodeJS.Module, content: string, filename: string, format?: string) => unknown;
  };
}

export const loader = Module as unknown as Loader;

/** Under which name a pack knows where `request` leads from a folder. */
export const placeOf = (folder: string, request: string): string => `${folder}\0${request}`;

/** Compiles a file as Node does; `cachedData` saves most of it. */
export const scriptOf = (filename: string, source: string, cachedData?: Buffer): Script =>
  new Script(Module.wrap(source), {
    filename,
    ...(cachedData === undefined ? {} : { cachedData }),
  });

/** Called with exports, require, module, file and folder, as `Module.wrap` has them. */
type Wrapped = (this: unknown, ...given: readonly unknown[]) => void;

/** Runs a compiled file as the module that it is. */
export function evaluate(module: NodeJS.Module, filename: string, script: Script): void {
  const run = script.runInThisContext() as Wrapped;
  run.call(module.exports, module.exports, requireOf(module), module, filename, path.dirname(filename));
}

function requireOf(module: NodeJS.Module): object {
  const require = (request: string): unknown => module.require(request);
  const resolve = (request: string, options?: object): string =>
    loader._resolveFilename(request, module, false, options);
  return Object.assign(require, {
    resolve: Object.assign(resolve, { paths: () => null }),
    main: undefined,
    extensions: loader._extensions,
    cache: loader._cache,
  });
}
