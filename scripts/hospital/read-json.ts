import * as v from 'valibot';
import type { Fault } from './fault';
import type { SourceText } from './files';
import { reasonOf } from './issue-reason';
import { outlineJson } from './json-outline';

/** A JSON file's value, and the line of each path in it. */
export interface Located<T> {
  readonly value: T;
  /** Line of a dotted path; of its nearest parent where the path itself is absent. */
  readonly lineOf: (path: string) => number;
}

const lineFinder =
  (lines: ReadonlyMap<string, number>) =>
  (path: string): number => {
    for (let at = path; at !== ''; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
      const line = lines.get(at);
      if (line !== undefined) return line;
    }
    return lines.get('') ?? 1;
  };

/** The file's value, or null with faults. */
export function readJson<S extends v.GenericSchema>(
  source: SourceText,
  schema: S,
  faults: Fault[],
): Located<v.InferOutput<S>> | null {
  const { file, text } = source;
  const outline = outlineJson(text);
  if (outline.fault !== null) {
    faults.push({ file, row: outline.fault.line, field: '', reason: outline.fault.reason });
    return null;
  }
  const lineOf = lineFinder(outline.lines);
  const parsed = v.safeParse(schema, JSON.parse(text), { abortPipeEarly: true });
  if (parsed.success) return { value: parsed.output, lineOf };
  for (const issue of parsed.issues) {
    const field = v.getDotPath(issue) ?? '';
    faults.push({ file, row: lineOf(field), field, reason: reasonOf(issue) });
  }
  return null;
}
