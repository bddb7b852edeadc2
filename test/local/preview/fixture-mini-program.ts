import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A throw-away copy of the sample mini program, Vant included as `miniprogram_npm` has it. */
export interface FixtureCopy {
  dir: string;
  write(file: string, content: string): void;
  remove(): void;
}

export const copyFixture = (): FixtureCopy => {
  const dir = mkdtempSync(path.join(tmpdir(), 'preview-fixture-'));
  const vant = path.join(dir, 'miniprogram_npm/@vant/weapp');
  cpSync('test/local/preview/fixtures/mini-program', dir, { recursive: true });
  cpSync('node_modules/@vant/weapp/lib', vant, { recursive: true });
  const icons = path.join(vant, 'icon/index.wxss');
  writeFileSync(icons, readFileSync(icons, 'utf8').replace(/@font-face\{.*?\}/s, ''));
  return {
    dir,
    write: (file, content) => writeFileSync(path.join(dir, file), content),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
};
