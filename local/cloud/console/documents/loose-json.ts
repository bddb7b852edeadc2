/** A text that is not JSON, not even loosely; says where. */
export class LooseJsonError extends Error {}

/** Nesting that is read; deeper texts are refused before any reader runs out of stack. */
const DEEPEST = 200;

const SPACE = /\s*/uy;
const WORD = /[A-Za-z_$][\w$.]*/uy;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy;
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/suy;
const LITERALS = new Set(['true', 'false', 'null']);

class Reader {
  #at = 0;

  constructor(private readonly text: string) {}

  /** The whole text as strict JSON. */
  whole(): string {
    const json = this.#value(0);
    if (this.#peek() !== '') this.#fail('the end');
    return json;
  }

  #fail(wanted: string): never {
    const found = this.text.slice(this.#at, this.#at + 12);
    const where = found === '' ? 'at the end' : `at character ${this.#at + 1}, before "${found}"`;
    throw new LooseJsonError(`${wanted} is expected ${where}`);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #peek(): string {
    this.#match(SPACE);
    return this.text.charAt(this.#at);
  }

  #value(depth: number): string {
    if (depth > DEEPEST) throw new LooseJsonError(`it is nested more than ${DEEPEST} levels deep`);
    const next = this.#peek();
    if (next === '{') return this.#list('{}', () => `${this.#name()}:${this.#value(depth + 1)}`);
    if (next === '[') return this.#list('[]', () => this.#value(depth + 1));
    if (next === '"' || next === "'") return this.#quoted();
    const number = this.#match(NUMBER);
    if (number !== undefined) return JSON.stringify(Number(number));
    const start = this.#at;
    const word = this.#match(WORD);
    if (word !== undefined && LITERALS.has(word)) return word;
    this.#at = start;
    return this.#fail('a value');
  }

  #list(brackets: string, item: () => string): string {
    const [open = '', close = ''] = brackets;
    this.#at += 1;
    const items: string[] = [];
    while (this.#peek() !== close) {
      items.push(item());
      if (this.#peek() === ',') this.#at += 1;
      else if (this.#peek() !== close) this.#fail(`a comma or ${close}`);
    }
    this.#at += 1;
    return `${open}${items.join(',')}${close}`;
  }

  #name(): string {
    const next = this.#peek();
    const name = next === '"' || next === "'" ? this.#quoted() : this.#plainName();
    if (this.#peek() !== ':') this.#fail('a colon');
    this.#at += 1;
    return name;
  }

  #plainName(): string {
    const name = this.#match(WORD) ?? this.#match(NUMBER);
    return name === undefined ? this.#fail('a name') : JSON.stringify(name);
  }

  #quoted(): string {
    const found = this.#match(QUOTED);
    if (found === undefined) return this.#fail('a closing quotation mark');
    if (found.startsWith('"')) return strict(found);
    const inner = found.slice(1, -1).replace(/\\'|"/gu, (part) => (part === '"' ? '\\"' : "'"));
    return strict(`"${inner}"`);
  }
}

/** Checks one quoted text, in which line breaks stand for themselves. */
function strict(quoted: string): string {
  const escaped = quoted.replace(/[\n\r\t]/gu, (character) => JSON.stringify(character).slice(1, -1));
  try {
    return JSON.stringify(JSON.parse(escaped));
  } catch {
    throw new LooseJsonError(`${quoted.slice(0, 40)} is not a text`);
  }
}

/**
 * Makes strict JSON of what a person types: names may stand without quotation marks, texts in single ones, and a
 * comma may be last. Field names are not interpreted, so that `$gt` and `__proto__` stay what they are.
 */
export const toStrictJson = (text: string): string => new Reader(text).whole();
