/**
 * Deepest nesting that is read from a request. The platform names no figure; what lies deeper would end in a stack
 * that is too small wherever the value is written again.
 */
export const MAXIMUM_JSON_DEPTH = 1000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = [0x5b, 0x7b];
const CLOSING = [0x5d, 0x7d];

function isTooDeep(text: string): boolean {
  // Every level takes an opening and a closing character.
  if (text.length <= 2 * MAXIMUM_JSON_DEPTH) return false;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (OPENING.includes(code)) {
      depth += 1;
      if (depth > MAXIMUM_JSON_DEPTH) return true;
    } else if (CLOSING.includes(code)) depth -= 1;
  }
  return false;
}

/** The value of a JSON text, or `fault`: what is wrong with it, in words that fit after its name. */
export type JsonReading = { readonly value: unknown } | { readonly fault: string };

/** Reads JSON from outside; nothing is thrown, and no word of the parser gets out. */
export function readJson(text: string): JsonReading {
  if (isTooDeep(text)) return { fault: `is nested deeper than ${MAXIMUM_JSON_DEPTH} levels` };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { fault: 'is not JSON' };
  }
}

/** As readJson, for what must be an object. */
export function readJsonObject(
  text: string,
): { readonly value: Record<string, unknown> } | { readonly fault: string } {
  const reading = readJson(text);
  if ('fault' in reading) return reading;
  const { value } = reading;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { fault: 'is not a JSON object' };
  return { value: value as Record<string, unknown> };
}
