import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * Gives `use` a folder with nothing but what WeChat's tools need: they read every file of a project's folder,
 * follow no links, and the checkout holds much that is none of their business.
 */
export async function withStagedProject<T>(root: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'project-'));
  try {
    copyFileSync(path.join(root, 'project.config.json'), path.join(folder, 'project.config.json'));
    cpSync(path.join(root, 'dist/miniprogram'), path.join(folder, 'dist/miniprogram'), { recursive: true });
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
