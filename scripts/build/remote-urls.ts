import { transform } from 'esbuild';
import { textOf, type FileTree } from './file-tree';

const URL_PATTERN = /(?:https?:)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"'`)\\]*/gi;
/** Names of XML dialects look like addresses and are never fetched. */
const NAMESPACE = /^https?:\/\/www\.w3\.org\/(?:1999|2000)\//i;

/** Addresses of other hosts that a page of the mini program would use, as "file: address". */
export async function remoteUrls(files: FileTree): Promise<string[]> {
  const found = await Promise.all(
    [...files].map(async ([name, contents]) =>
      [...(await usedText(name, textOf(contents))).matchAll(URL_PATTERN)]
        .map((match) => match[0])
        .filter((address) => !NAMESPACE.test(address))
        .map((address) => `${name}: leads to another host: ${address.slice(0, 120)}`),
    ),
  );
  return found.flat();
}

/** The text without what is never executed or shown: comments. */
async function usedText(name: string, text: string): Promise<string> {
  const extension = name.slice(name.lastIndexOf('.'));
  switch (extension) {
    case '.js':
    case '.wxs':
      return (
        await transform(text, {
          loader: 'js',
          minifyWhitespace: true,
          legalComments: 'none',
          logLevel: 'silent',
        })
      ).code;
    case '.wxss':
      return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/url\(["']?data:[^)]*\)/g, '');
    case '.wxml':
      return text.replace(/<!--[\s\S]*?-->/g, '');
    case '.json':
      return text;
    default:
      return '';
  }
}
