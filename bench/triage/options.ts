export interface TriageBenchOptions {
  /** Text, tab, department; a third column 1 where it cannot wait. */
  readonly file: string;
  /** Foreign department names, tab, ours. */
  readonly map: string | null;
  /** Same form as `file`: a naive Bayes classifier is trained on it for comparison. */
  readonly train: string | null;
  /** Print the rows that went wrong. */
  readonly failures: boolean;
}

export const USAGE = 'npm run bench:triage -- FILE [--map FILE] [--train FILE] [--failures]';

/** Reads the command line; null where it is not understood. */
export function readOptions(words: readonly string[]): TriageBenchOptions | null {
  const files: string[] = [];
  const named: Record<'map' | 'train', string | null> = { map: null, train: null };
  let failures = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--failures') failures = true;
    else if (word === '--map' || word === '--train') {
      at += 1;
      const value = words[at];
      if (value === undefined) return null;
      named[word === '--map' ? 'map' : 'train'] = value;
    } else if (word.startsWith('--')) return null;
    else files.push(word);
  }
  const [file] = files;
  return file === undefined || files.length > 1 ? null : { file, ...named, failures };
}
