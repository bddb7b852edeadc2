/** Where the values of a JSON text stand; `fault` is set where the text is no JSON. */
export interface JsonOutline {
  /** Dotted path, e.g. `booking.horizonDays` or `clauses.3.text`, to its line; the first line is 1. */
  readonly lines: ReadonlyMap<string, number>;
  readonly fault: { readonly line: number; readonly reason: string } | null;
}

class JsonFault extends Error {}

const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/uy;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?/y;
const SPACE = /[ \t\r\n]*/y;

/** Walks the text once. JSON.parse tells neither lines nor, on every engine, the place of a fault. */
class Walker {
  private at = 0;
  readonly lines = new Map<string, number>();

  constructor(private readonly text: string) {}

  /** @throws JsonFault */
  walk(): void {
    this.value('');
    this.take(SPACE);
    if (this.at < this.text.length) throw new JsonFault('something stands after the end');
  }

  get line(): number {
    return this.text.slice(0, this.at).split('\n').length;
  }

  private take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return null;
    this.at = pattern.lastIndex;
    return found[0];
  }

  private next(character: string): boolean {
    this.take(SPACE);
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private need(character: string): void {
    if (!this.next(character)) throw new JsonFault(`not JSON: expected ${character} here`);
  }

  private value(path: string): void {
    this.take(SPACE);
    this.lines.set(path, this.line);
    if (this.next('{')) this.members(path);
    else if (this.next('[')) this.items(path);
    else if (this.take(STRING) === null && this.take(SCALAR) === null)
      throw new JsonFault('not JSON: expected a value here');
  }

  private members(path: string): void {
    if (this.next('}')) return;
    do {
      this.take(SPACE);
      const quoted = this.take(STRING);
      if (quoted === null) throw new JsonFault('not JSON: expected a key in quotes here');
      const key = path === '' ? String(JSON.parse(quoted)) : `${path}.${String(JSON.parse(quoted))}`;
      if (this.lines.has(key)) throw new JsonFault(`the key ${quoted} stands twice`);
      this.need(':');
      this.value(key);
    } while (this.next(','));
    this.need('}');
  }

  private items(path: string): void {
    if (this.next(']')) return;
    let index = 0;
    do {
      this.value(path === '' ? String(index) : `${path}.${index}`);
      index += 1;
    } while (this.next(','));
    this.need(']');
  }
}

export function outlineJson(text: string): JsonOutline {
  const walker = new Walker(text);
  try {
    walker.walk();
    return { lines: walker.lines, fault: null };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return { lines: walker.lines, fault: { line: walker.line, reason: error.message } };
  }
}
