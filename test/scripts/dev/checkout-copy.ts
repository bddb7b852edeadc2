import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const COPIED = ['miniprogram', 'core', 'cloudfunctions', 'local', 'tsconfig.base.json', 'package-lock.json'];

export interface CheckoutCopy {
  readonly root: string;
  /** Replaces the first occurrence of `before` in a source file. */
  edit(file: string, before: string, after: string): void;
  remove(): void;
}

/** The sources of this checkout in a temporary folder, to be edited without harm. */
export function checkoutCopy(): CheckoutCopy {
  const root = mkdtempSync(path.join(os.tmpdir(), 'checkout-'));
  for (const name of COPIED) cpSync(name, path.join(root, name), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
  return {
    root,
    edit(file, before, after) {
      const text = readFileSync(path.join(root, file), 'utf8');
      if (!text.includes(before)) throw new Error(`${file} does not hold what is to be edited`);
      writeFileSync(path.join(root, file), text.replace(before, after));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
