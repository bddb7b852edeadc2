import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const page = (name: string, script: string, json: object = {}): Record<string, string> => ({
  [`miniprogram/${name}.ts`]: script,
  [`miniprogram/${name}.json`]: JSON.stringify(json),
  [`miniprogram/${name}.wxml`]: '<view>{{ title }}</view>',
});

/** A mini program of two pages, one domain file, one context with a timer: as small as the build allows. */
const FILES: Readonly<Record<string, string>> = {
  'core/contract/index.ts': `
    import * as v from 'valibot';
    export const ping = v.strictObject({});
    export interface Answer { readonly at: number }
    export const procedureTable = () => ({ booking: ['ping'] });`,
  'core/domain/money.ts': `export { sign } from './sign'; export const yuan = (fen: number) => fen / 100;`,
  'core/domain/sign.ts': `export const sign = '¥';`,
  'miniprogram/app.json': JSON.stringify({
    pages: ['pages/home/index'],
    subPackages: [{ root: 'packages/booking', pages: ['pages/slots/index'] }],
    usingComponents: { 'van-button': '@vant/weapp/button/index' },
  }),
  'miniprogram/app.ts': 'App({});',
  'miniprogram/app.wxss': 'page { color: black; }',
  'miniprogram/tsconfig.json': '{}',
  'miniprogram/services/api.ts': `
    declare const PROCEDURE_TABLE: Record<string, readonly string[]>;
    import type { Answer } from '@core/contract/index';
    export const answer: Answer = { at: 0 };
    export const table = PROCEDURE_TABLE;`,
  ...page(
    'pages/home/index',
    `import dayjs from 'dayjs'; import utc from 'dayjs/plugin/utc'; import { yuan, sign } from '@core/domain/money';
     import { table } from '../../services/api'; dayjs.extend(utc);
     Page({ data: { title: sign + yuan(250) + dayjs.utc(0).format('YYYY') + table['booking']?.[0] } });`,
  ),
  ...page('packages/booking/pages/slots/index', 'Page({ data: {} });'),
  'cloudfunctions/_store/indexes.json': '{}',
  'cloudfunctions/_kernel/shout.ts': 'export const shout = (text: string) => text.toUpperCase();',
  'cloudfunctions/booking/function.json': JSON.stringify({
    index: { openapi: ['phonenumber.getPhoneNumber'] },
    'expire-holds.timer': { cron: '0 * * * * * *', timeoutSeconds: 20 },
  }),
  'cloudfunctions/booking/index.ts': `
    import cloud from 'wx-server-sdk'; import * as v from 'valibot'; import { shout } from '../_kernel/shout';
    export const main = (event: unknown) => ({ said: shout('ping'), ok: v.is(v.object({}), event), sdk: typeof cloud });`,
  'cloudfunctions/booking/expire-holds.timer.ts': `export const main = () => 'expired';`,
};

export interface SmallProject {
  readonly root: string;
  readonly outDir: string;
  write(file: string, text: string): void;
  remove(): void;
}

/** The project in a temporary folder, with the packages of this checkout. */
export function smallProject(changes: Readonly<Record<string, string>> = {}): SmallProject {
  const root = mkdtempSync(path.join(os.tmpdir(), 'small-project-'));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
  copyFileSync('tsconfig.base.json', path.join(root, 'tsconfig.base.json'));
  for (const [file, text] of Object.entries({ ...FILES, ...changes })) write(file, text);
  return {
    root,
    outDir: path.join(root, 'dist'),
    write,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
