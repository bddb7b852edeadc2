import { requestFailed } from '../failures';
import { typeOf } from '../expression/arguments';
import { show } from '../values/show';
import { isDocument } from '../values/value';
import { scopeOf, type StageCompiler } from './stage';

/** `$replaceRoot`: the value of an expression, which must be a document, takes the document's place. */
export const replaceRootStage: StageCompiler = (operand, context) => {
  if (!isDocument(operand)) throw requestFailed('expected an object as specification for $replaceRoot stage');
  const unknown = Object.keys(operand).find((name) => name !== 'newRoot');
  if (unknown !== undefined)
    throw requestFailed(
      `unrecognized option to $replaceRoot stage: ${unknown}, only valid option is 'newRoot'.`,
    );
  const { newRoot } = operand;
  if (newRoot === undefined) throw requestFailed('no newRoot specified for the $replaceRoot stage');
  const evaluate = context.compile(newRoot);
  return (documents, run) =>
    documents.map((document) => {
      const value = evaluate(scopeOf(document, run));
      if (isDocument(value)) return value;
      throw requestFailed(
        `'newRoot' expression  must evaluate to an object, but resulting value was: ` +
          `${value === undefined ? 'MISSING' : show(value)}. Type of resulting value: '${typeOf(value)}'. ` +
          `Input document: ${show(document)}`,
      );
    });
};
