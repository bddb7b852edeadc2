import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Replacement {
  readonly find: RegExp;
  readonly replace: (root: string) => string;
}

/**
 * What Vant would fetch from another host when a page opens, by file of its lib folder. The icon font becomes
 * part of the stylesheet; the presets of van-empty and van-share-sheet have no local picture and show none.
 */
const REPLACEMENTS: Readonly<Record<string, Replacement>> = {
  'icon/index.wxss': {
    find: /src:url\(\/\/at\.alicdn\.com[^}]*?(?=[;}])/,
    replace: (root) => `src:url(${iconFont(root)}) format("woff2")`,
  },
  'empty/index.wxs': { find: /'https:\/\/[^']*' \+ image \+ '\.png'/, replace: () => "''" },
  'share-sheet/options.wxs': { find: /'https:\/\/[^']*' \+ icon \+ '\.png'/, replace: () => "''" },
};

/** A file of Vant as it goes into dist. */
export function localVantFile(root: string, file: string, contents: Uint8Array): Uint8Array {
  const replacement = REPLACEMENTS[file];
  if (!replacement) return contents;
  const text = Buffer.from(contents).toString('utf8');
  if (!replacement.find.test(text))
    throw new Error(`@vant/weapp/${file}: its remote asset is not where it was`);
  return Buffer.from(text.replace(replacement.find, () => replacement.replace(root)));
}

function iconFont(root: string): string {
  const file = path.join(root, 'node_modules/@vant/icons/src/encode-woff2.less');
  const font = /data:font\/woff2;charset=utf-8;base64,[A-Za-z0-9+/=]+/.exec(readFileSync(file, 'utf8'))?.[0];
  if (font === undefined) throw new Error('@vant/icons holds no woff2 font');
  return font;
}
