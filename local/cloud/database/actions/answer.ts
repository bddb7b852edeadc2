import { answerTooLarge } from '../failures';
import { MAXIMUM_ANSWER_BYTES } from '../limits';

/** The most bytes that one UTF-16 code unit needs in UTF-8. */
const BYTES_PER_UNIT = 3;

/** Refuses a list of documents (as text) that is more than one answer may carry. */
export function checkAnswer(list: readonly string[]): readonly string[] {
  let units = 0;
  for (const text of list) units += text.length;
  if (units * BYTES_PER_UNIT > MAXIMUM_ANSWER_BYTES) {
    const bytes = list.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    if (bytes > MAXIMUM_ANSWER_BYTES) throw answerTooLarge(bytes);
  }
  return list;
}
