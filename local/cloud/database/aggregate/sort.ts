import { requestFailed } from '../failures';
import { sortBy } from '../query/order';
import { typeName } from '../values/kind';
import { isDocument } from '../values/value';
import type { StageCompiler } from './stage';

/** `$sort`: stable, by MongoDB's order of all types. */
export const sortStage: StageCompiler = (operand) => {
  if (!isDocument(operand)) throw requestFailed('the $sort key specification must be an object');
  const directions = Object.entries(operand);
  if (directions.length === 0) throw requestFailed('$sort stage must have at least one sort key');
  for (const [name, direction] of directions) {
    if (typeof direction !== 'number' && !isDocument(direction))
      throw requestFailed(`Illegal key in $sort specification: ${name}: ${typeName(direction)}`);
    if (direction !== 1 && direction !== -1)
      throw requestFailed('$sort key ordering must be 1 (for ascending) or -1 (for descending)');
  }
  return (documents) => sortBy(documents, (document) => document, operand);
};
