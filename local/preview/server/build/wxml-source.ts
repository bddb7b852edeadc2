import { builtInTags } from '../../shared/built-in-tags';
import type { Problems } from './problems';

const builtIn = new Set(builtInTags);
/** Tags that the template compiler itself understands. */
const structural = new Set(['block', 'template', 'import', 'include', 'slot', 'wxs']);

const comment = /<!--[\s\S]*?-->/g;
/** A script written in the page itself; `<wxs src="…" />` has none. */
const inlineScript = /<wxs\b(?:[^>]*[^/])?>[\s\S]*?<\/wxs>/g;
const openOrClose = /<(\/?)([a-zA-Z][\w-]*)(?=[\s/>])/g;
const remoteSource = /\bsrc\s*=\s*["'](https?:)?\/\/[^"']*["']/g;

const lineOf = (source: string, offset: number): number => source.slice(0, offset).split('\n').length;
const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** What the check of one WXML file needs to know. */
export interface WxmlFile {
  file: string;
  source: string;
  /** Tags that `usingComponents` and generics of the owner declare. */
  known: (tag: string) => boolean;
}

/** Tags nobody declared and pictures that would leave the machine become problems. */
export const checkWxml = ({ file, source, known }: WxmlFile, problems: Problems): void => {
  const visible = source.replace(comment, blank).replace(inlineScript, blank);
  for (const match of visible.matchAll(openOrClose)) {
    const tag = match[2] ?? '';
    if (builtIn.has(tag) || structural.has(tag) || known(tag)) continue;
    problems.add(
      file,
      `<${tag}> is neither built in nor declared in usingComponents`,
      lineOf(visible, match.index),
    );
  }
  for (const match of visible.matchAll(remoteSource)) {
    problems.add(file, `loads from outside: ${match[0]}`, lineOf(visible, match.index));
  }
};

/**
 * `<input>` becomes `<wx-input>`, so that a built-in component never turns into an HTML element of the
 * same name. Inline scripts stay as they are.
 */
export const renameBuiltIns = (source: string): string =>
  outsideScripts(source.replace(comment, blank), (part) =>
    part.replace(openOrClose, (whole, slash: string, tag: string) =>
      builtIn.has(tag) ? `<${slash}wx-${tag}` : whole,
    ),
  );

const outsideScripts = (source: string, change: (part: string) => string): string => {
  let result = '';
  let at = 0;
  for (const match of source.matchAll(inlineScript)) {
    result += change(source.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return result + change(source.slice(at));
};
