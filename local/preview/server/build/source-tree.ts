import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Problems } from './problems';

/** The folder of a built mini program; paths are relative to it, with forward slashes. */
export class SourceTree {
  constructor(readonly root: string) {}

  absolute(file: string): string {
    return path.join(this.root, file);
  }

  isFile(file: string): boolean {
    const absolute = this.absolute(file);
    return existsSync(absolute) && statSync(absolute).isFile();
  }

  /** Content, or undefined where there is no such file or it lies outside the mini program. */
  read(file: string): string | undefined {
    return this.isInside(file) && this.isFile(file) ? readFileSync(this.absolute(file), 'utf8') : undefined;
  }

  readBytes(file: string): Uint8Array | undefined {
    return this.isInside(file) && this.isFile(file) ? readFileSync(this.absolute(file)) : undefined;
  }

  /** Parsed JSON object; a missing file is `{}`, a broken one a problem. */
  readJson(file: string, problems: Problems): Record<string, unknown> {
    const text = this.read(file);
    if (text === undefined) return {};
    try {
      return JSON.parse(text) as Record<string, unknown>;
    } catch (error) {
      problems.add(file, `is not valid JSON: ${(error as Error).message}`);
      return {};
    }
  }

  private isInside(file: string): boolean {
    const relative = path.relative(this.root, this.absolute(file));
    return !relative.startsWith('..') && !path.isAbsolute(relative);
  }
}

/** `../b` seen from folder `a/x` is `a/b`; a leading slash means the root. */
export const resolveFrom = (folder: string, target: string): string =>
  target.startsWith('/')
    ? path.posix.normalize(target.slice(1))
    : path.posix.normalize(path.posix.join(folder, target));
