import { afterEach, describe, expect, test } from '@jest/globals';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cruise } from '../../../scripts/check/imports';

let root: string | undefined;
afterEach(() => {
  if (root !== undefined) rmSync(root, { recursive: true });
});

/** A tree with the project's own rules; each file only imports. */
function tree(files: Readonly<Record<string, readonly string[]>>): string {
  root = mkdtempSync(path.join(os.tmpdir(), 'imports-'));
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json'])
    copyFileSync(file, path.join(root, file));
  for (const [file, imports] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    const text = imports.map((line) => (line.startsWith('import') ? line : `import '${line}';`)).join('\n');
    writeFileSync(path.join(root, file), `${text}\nexport {};\n`);
  }
  return root;
}

const ALLOWED = {
  'core/domain/money.ts': [],
  'core/contract/index.ts': ['../domain/money', 'valibot'],
  'cloudfunctions/_store/orders.ts': ['@core/domain/money', 'wx-server-sdk', 'node:crypto'],
  'cloudfunctions/_kernel/serve.ts': ['../_store/orders', '@core/contract/index', 'valibot'],
  'cloudfunctions/booking/index.ts': ['../_kernel/serve'],
  'cloudfunctions/billing/index.ts': ['../_kernel/serve'],
  'miniprogram/services/api.ts': [`import type {} from '@core/contract/index';`, 'dayjs'],
  'miniprogram/components/card/index.ts': ['@core/domain/money'],
  'miniprogram/pages/home/index.ts': ['../../services/api'],
  'miniprogram/packages/booking/pages/slots/index.ts': ['../../../../services/api'],
  'local/cloud/index.ts': ['libsql', 'node:http'],
  'local/preview/index.ts': ['postcss'],
  'scripts/start.ts': ['../local/cloud/index', '../core/domain/money'],
} as const;
const FOLDERS = ['core', 'cloudfunctions', 'miniprogram', 'local', 'scripts'];

describe('the rules of who may import whom', () => {
  test('let the layers be as they are meant', async () => {
    const { modules, violations } = await cruise(tree(ALLOWED), FOLDERS);
    expect(violations).toEqual([]);
    expect(modules).toBeGreaterThanOrEqual(Object.keys(ALLOWED).length);
  }, 30_000);

  test('each say no to what they are there for', async () => {
    const wrong = {
      'core/domain/money.ts': ['../contract/index'],
      'core/contract/index.ts': ['dayjs'],
      'cloudfunctions/_store/orders.ts': ['../_kernel/serve'],
      'cloudfunctions/_wechat/caller.ts': ['valibot'],
      'cloudfunctions/_kernel/serve.ts': ['wx-server-sdk', 'dayjs'],
      'cloudfunctions/booking/index.ts': ['../billing/index', './absent'],
      'miniprogram/services/api.ts': ['@core/contract/index', 'valibot'],
      'miniprogram/components/card/index.ts': ['../../services/api'],
      'miniprogram/pages/home/index.ts': ['../../packages/booking/pages/slots/index'],
      'miniprogram/packages/booking/pages/slots/index.ts': ['../../../../pages/home/index'],
      'local/cloud/index.ts': ['../../core/domain/money', '../preview/index'],
      'local/preview/index.ts': ['libsql'],
    };
    const { violations } = await cruise(tree({ ...ALLOWED, ...wrong }), FOLDERS);
    expect([...new Set(violations.map(({ rule }) => rule))].sort()).toEqual([
      'client-takes-only-types-from-the-contract',
      'components-neither-fetch-nor-navigate',
      'contexts-are-islands',
      'contract-knows-valibot',
      'could-not-resolve',
      'domain-is-pure',
      'kernel',
      'local-cloud',
      'local-knows-no-app',
      'local-preview',
      'no-circular',
      'only-store-and-wechat-use-the-sdk',
      'packages',
      'pages',
      'services',
      'store',
      'wechat',
    ]);
  }, 30_000);
});
