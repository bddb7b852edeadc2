import { requestFailed } from '../failures';
import { isDocument, isList, type Document, type Value } from '../values/value';

const LOGICAL = new Set(['$and', '$or', '$nor']);
const FIELD_OPERATORS = new Set([
  '$eq',
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$in',
  '$nin',
  '$not',
  '$exists',
  '$size',
  '$all',
  '$mod',
  '$elemMatch',
  '$regex',
  '$options',
  '$geoWithin',
  '$geoIntersects',
]);

/** Asks for an order too, so it may stand only where the whole query asks for it. */
const NEAR = new Set(['$near', '$nearSphere']);

/** Operators of MongoDB that this store does not have, and why. */
const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ['$text', 'text index required for $text query'],
  ['$jsonSchema', '$jsonSchema is not answered by the local cloud'],
  ['$where', '$where is not allowed in this context'],
]);

/** Whether a condition on a field is made of operators rather than being a value to equal. */
export function hasOperators(condition: Value): condition is Document {
  return isDocument(condition) && Object.keys(condition).some((name) => name.startsWith('$'));
}

function checkNot(operand: Value | undefined): void {
  if (operand instanceof RegExp) return;
  if (!isDocument(operand)) throw requestFailed('$not needs a regex or a document');
  if (Object.keys(operand).length === 0) throw requestFailed('$not cannot be empty');
  checkOperators(operand);
}

function checkPattern(condition: Document): void {
  const { $regex: source, $options: flags } = condition;
  if (source === undefined) throw requestFailed('$options needs a $regex');
  if (typeof source !== 'string' && !(source instanceof RegExp))
    throw requestFailed('$regex has to be a string');
  if (flags !== undefined && (typeof flags !== 'string' || /[^ims]/.test(flags))) {
    throw requestFailed('$options has to be a string of i, m and s');
  }
  try {
    new RegExp(source, flags);
  } catch {
    throw requestFailed('Regular expression is invalid');
  }
}

function checkElementMatch(operand: Value | undefined): void {
  if (!isDocument(operand)) throw requestFailed('$elemMatch needs an Object');
  if (Object.keys(operand).some((name) => FIELD_OPERATORS.has(name))) checkOperators(operand);
  else checkQuery(operand);
}

function checkAll(operand: Value | undefined): void {
  if (!isList(operand)) throw requestFailed('$all needs an array');
  for (const item of operand) {
    if (!hasOperators(item)) continue;
    if (Object.keys(item).length !== 1 || item['$elemMatch'] === undefined) {
      throw requestFailed('no $ expressions in $all');
    }
    checkElementMatch(item['$elemMatch']);
  }
}

function checkOperators(condition: Document): void {
  for (const [name, operand] of Object.entries(condition)) {
    if (NEAR.has(name)) throw requestFailed('geoNear must be top-level expr');
    if (!FIELD_OPERATORS.has(name)) throw requestFailed(`unknown operator: ${name}`);
    if (name === '$ne' && operand instanceof RegExp) throw requestFailed("Can't have regex as arg to $ne.");
    if (name === '$not') checkNot(operand);
    if (name === '$elemMatch') checkElementMatch(operand);
    if (name === '$all') checkAll(operand);
    if (name === '$regex' || name === '$options') checkPattern(condition);
  }
}

function checkBranches(name: string, branches: Value): void {
  if (!isList(branches) || branches.length === 0) throw requestFailed(`${name} must be a nonempty array`);
  for (const branch of branches) {
    if (!isDocument(branch)) throw requestFailed(`${name} entries need to be full objects`);
    checkQuery(branch);
  }
}

/** Refuses, with MongoDB's sentence, every query this store does not evaluate as MongoDB would. */
export function checkQuery(query: Document): void {
  for (const [name, condition] of Object.entries(query)) {
    if (name === '$expr') continue;
    const reason = LEFT_OUT.get(name);
    if (reason !== undefined) throw requestFailed(reason);
    if (LOGICAL.has(name)) checkBranches(name, condition);
    else if (name.startsWith('$')) throw requestFailed(`unknown top level operator: ${name}`);
    else if (hasOperators(condition)) checkOperators(condition);
  }
}
