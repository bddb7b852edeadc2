import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PACKAGES = ['chromium', 'fonts-noto-cjk'];

/** Whether this process may install Debian packages. */
export const canInstall = (): boolean => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

/** Whether Chinese text has a font: without one, pages show boxes. Null where that cannot be told. */
export function hasChineseFont(): boolean | null {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() !== '' : null;
}

/** Installs Chromium and Chinese fonts with apt. @throws Error with apt's own exit code. */
export function installChromium(): void {
  run(['update']);
  run(['install', '--yes', '--no-install-recommends', ...PACKAGES]);
}

function run(args: readonly string[]): void {
  const { status } = spawnSync('apt-get', args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw new Error(`apt-get ${args[0] ?? ''} failed with ${status ?? 'a signal'}`);
}
