import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from '../build/file-tree';

/** A behaviour that rests on memory [MEM] or on what the community says [COMM], as its place in the code tells it. */
export interface Guess {
  /** File below local/cloud. */
  readonly file: string;
  /** What is declared below the comment; empty where it is a step of a function. */
  readonly name: string;
  readonly text: string;
}

const SOURCES = path.join('local', 'cloud');
const LIST = path.join(SOURCES, 'guesses.md');
const MARK = /\[(?:MEM|COMM)\]/;
const COMMENT = /^\s*(?:\/\*\*?|\*\/?|\/\/)/;
const DECLARED = /^\s*(?:export )?(?:async )?(?:const|function|class|interface|type) (\w+)/;

const HEAD = `# What is guessed

Behaviour of the platform that no document and no experiment shows: from memory (MEM) or from what people report in
public (COMM). Each stands in one place of the code, with the mark in its comment. This list is made from those
comments by \`npm run conform -- --write-guesses\`; a test holds it to them.
`;

/** The marked comments of one source, in their order. */
export function guessesIn(file: string, source: string): Guess[] {
  const found: Guess[] = [];
  let comment: string[] = [];
  for (const line of source.split('\n')) {
    if (COMMENT.test(line)) {
      comment.push(line);
      continue;
    }
    add(comment, DECLARED.exec(line)?.[1] ?? '');
    comment = [];
    const trailing = /\/\/.*$/.exec(line)?.[0];
    if (trailing !== undefined) add([trailing], '');
  }
  return found;

  function add(lines: readonly string[], name: string): void {
    const text = lines
      .map((line) => line.replace(/^\s*(?:\/\*\*?|\*\/|\*|\/\/)\s?/, '').replace(/\s*\*\/\s*$/, ''))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (MARK.test(text)) found.push({ file, name, text });
  }
}

/** Every guess of the local cloud, by file. */
export function allGuesses(root: string): Guess[] {
  const folder = path.join(root, SOURCES);
  return filesBelow(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .flatMap((file) => guessesIn(file, readFileSync(path.join(folder, file), 'utf8')));
}

/** Words between back ticks are code already; elsewhere nothing may be taken for a sign of Markdown. */
const asMarkdown = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((piece) => (piece.startsWith('`') ? piece : piece.replace(/[*_<]/g, '\\$&')))
    .join('');

/** The list as it is to stand in guesses.md. */
export function guessList(guesses: readonly Guess[]): string {
  const files = [...new Set(guesses.map(({ file }) => file))];
  const sections = files.map((file) => {
    const lines = guesses
      .filter((guess) => guess.file === file)
      .map(({ name, text }) => `- ${name === '' ? '' : `\`${name}\`: `}${asMarkdown(text)}`);
    return `\n## ${file}\n\n${lines.join('\n')}\n`;
  });
  return `${HEAD}${sections.join('')}`;
}

/** What stands in guesses.md, and what should. */
export function compareGuessList(root: string): { stands: string; should: string } {
  return { stands: readFileSync(path.join(root, LIST), 'utf8'), should: guessList(allGuesses(root)) };
}

/** Writes guesses.md anew. */
export function writeGuessList(root: string): void {
  writeFileSync(path.join(root, LIST), guessList(allGuesses(root)));
}
