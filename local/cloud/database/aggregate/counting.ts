import { requestFailed } from '../failures';
import { isDocument, type Document, type Value } from '../values/value';
import type { StageCompiler } from './stage';

/** `$limit` */
export const limitStage: StageCompiler = (operand) => {
  if (typeof operand !== 'number') throw requestFailed('the limit must be specified as a number');
  if (operand <= 0 || !Number.isInteger(operand)) throw requestFailed('the limit must be positive');
  return (documents) => documents.slice(0, operand);
};

/** `$skip` */
export const skipStage: StageCompiler = (operand) => {
  if (typeof operand !== 'number') throw requestFailed('Argument to $skip must be a number');
  if (operand < 0 || !Number.isInteger(operand)) throw requestFailed('Argument to $skip cannot be negative');
  return (documents) => documents.slice(operand);
};

/** `$count`: one document with the number, or none when there is nothing to count. */
export const countStage: StageCompiler = (operand) => {
  if (typeof operand !== 'string' || operand === '')
    throw requestFailed('the count field must be a non-empty string');
  if (operand.startsWith('$')) throw requestFailed('the count field cannot be a $-prefixed path');
  if (operand === '__proto__') throw requestFailed("the count field cannot be '__proto__'");
  if (operand.includes('.')) throw requestFailed("the count field cannot contain '.'");
  return (documents) => (documents.length === 0 ? [] : [{ [operand]: documents.length }]);
};

function sizeOf(operand: Value): number {
  if (!isDocument(operand)) throw requestFailed('the $sample stage specification must be an object');
  const unknown = Object.keys(operand).find((name) => name !== 'size');
  if (unknown !== undefined) throw requestFailed(`unrecognized option to $sample: ${unknown}`);
  const { size } = operand;
  if (size === undefined) throw requestFailed('$sample stage must specify a size');
  if (typeof size !== 'number') throw requestFailed('size argument to $sample must be a number');
  if (size <= 0) throw requestFailed('size argument to $sample must be a positive integer');
  return Math.trunc(size);
}

/** `$sample`: so many documents by chance, in an order by chance. */
export const sampleStage: StageCompiler = (operand) => {
  const size = sizeOf(operand);
  return (documents, { random }) => {
    const rest: Document[] = [...documents];
    const drawn: Document[] = [];
    while (drawn.length < size && rest.length > 0) {
      drawn.push(...rest.splice(Math.floor(random() * rest.length), 1));
    }
    return drawn;
  };
};
