import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The files of Vant's lib folder that the given ones need, themselves included: whatever a component's json,
 * script, template, WXS and styles name, and its relations. The rest of Vant stays out of the package.
 */
export function reachableVantFiles(
  lib: string,
  roots: Iterable<string>,
): { files: string[]; missing: string[] } {
  const files = new Set<string>();
  const missing = new Set<string>();
  const queue = [...roots];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (files.has(file) || missing.has(file)) continue;
    if (!existsSync(path.join(lib, file))) {
      missing.add(file);
      continue;
    }
    files.add(file);
    queue.push(...linksOf(file, readFileSync(path.join(lib, file), 'utf8'), lib));
  }
  return { files: [...files].sort(), missing: [...missing].sort() };
}

/** The four files of a component, of which the styles may be absent. */
export function componentFiles(lib: string, component: string): string[] {
  const wxss = `${component}.wxss`;
  const needed = ['.json', '.js', '.wxml'].map((extension) => component + extension);
  return existsSync(path.join(lib, wxss)) ? [...needed, wxss] : needed;
}

function linksOf(file: string, text: string, lib: string): string[] {
  const here = (link: string): string => path.posix.join(path.posix.dirname(file), link);
  switch (path.extname(file)) {
    case '.json': {
      const { usingComponents = {} } = JSON.parse(text) as { usingComponents?: Record<string, string> };
      return Object.values(usingComponents).flatMap((link) => componentFiles(lib, here(link)));
    }
    case '.js':
      return [
        ...captures(text, /require\(["'](\.[^"']+)["']\)/g).map((link) => `${here(link)}.js`),
        ...captures(text, /use(?:Parent|Children)\)\(['"]([\w-]+)['"]/g).flatMap((name) =>
          componentFiles(lib, here(`../${name}/index`)),
        ),
      ];
    case '.wxml':
      return captures(text, /<(?:wxs|import|include)\b[^>]*?\bsrc="([^"]+)"/g).map(here);
    case '.wxs':
      return captures(text, /require\(["'](\.[^"']+)["']\)/g).map(here);
    case '.wxss':
      return captures(text, /@import\s+["']([^"']+)["']/g).map(here);
    default:
      return [];
  }
}

const captures = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '');
