import { requestFailed } from '../failures';
import { isDocument, isList, type Document, type MutableDocument, type Value } from '../values/value';
import { show } from '../values/show';
import type { Compile, Expression } from './expression';
import { compilePath } from './field-path';
import { EXPRESSION_OPERATORS } from './table';

const NO_NAMES: ReadonlySet<string> = new Set();

function compilerOf(names: ReadonlySet<string>): Compile {
  return (raw, ...more) => compileExpression(raw, more.length === 0 ? names : new Set([...names, ...more]));
}

function compileOperator(raw: Document, name: string, names: ReadonlySet<string>): Expression {
  if (Object.keys(raw).length !== 1) {
    throw requestFailed(`an object representing an expression must have exactly one field: ${show(raw)}`);
  }
  const operator = Object.hasOwn(EXPRESSION_OPERATORS, name) ? EXPRESSION_OPERATORS[name] : undefined;
  if (operator === undefined) throw requestFailed(`Unrecognized expression '${name}'`);
  return operator(raw[name] ?? null, compilerOf(names));
}

function compileFields(raw: Document, names: ReadonlySet<string>): Expression {
  const fields = Object.entries(raw).map(([name, value]) => {
    if (name.includes('.')) throw requestFailed("FieldPath field names may not contain '.'.");
    return [name, compileExpression(value, names)] as const;
  });
  return (scope) => {
    const result: MutableDocument = {};
    for (const [name, evaluate] of fields) {
      const value = evaluate(scope);
      if (value !== undefined) result[name] = value;
    }
    return result;
  };
}

/**
 * Compiles an aggregation expression: a field path, an operator, an embedded document or array of expressions, or
 * a constant. `names` are the variables it may use. Refuses, with MongoDB's sentence, what MongoDB refuses.
 */
export function compileExpression(raw: Value, names: ReadonlySet<string> = NO_NAMES): Expression {
  if (typeof raw === 'string' && raw.startsWith('$')) return compilePath(raw, names);
  if (isList(raw)) {
    const elements = raw.map((element) => compileExpression(element, names));
    return (scope) => elements.map((evaluate) => evaluate(scope) ?? null);
  }
  if (!isDocument(raw)) return () => raw;
  const name = Object.keys(raw).find((key) => key.startsWith('$'));
  return name === undefined ? compileFields(raw, names) : compileOperator(raw, name, names);
}
