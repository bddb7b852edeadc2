import { requestFailed } from '../failures';
import { ACCUMULATORS, type Accumulator } from '../expression/accumulators';
import type { Expression } from '../expression/expression';
import { isDocument, isList, type Document, type MutableDocument, type Value } from '../values/value';
import { scopeOf, type PipelineRun, type StageContext } from './stage';

/** One field that is gathered over a group. */
interface Gathered {
  readonly name: string;
  readonly start: () => Accumulator;
  readonly evaluate: Expression;
}

/** A group under way. */
export interface Group {
  add(document: Document, run: PipelineRun): void;
  /** The gathered fields, after `_id`. */
  result(id: Value): Document;
}

function checkName(name: string): void {
  if (name.includes('.')) throw requestFailed(`The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$')) throw requestFailed(`The field name '${name}' cannot be an operator name`);
}

function readField(name: string, specification: Value, context: StageContext): Gathered {
  checkName(name);
  if (!isDocument(specification)) throw requestFailed(`The field '${name}' must be an accumulator object`);
  const [entry, ...more] = Object.entries(specification);
  if (entry === undefined || more.length > 0)
    throw requestFailed(`The field '${name}' must specify one accumulator`);
  const [operator, operand] = entry;
  const start = Object.hasOwn(ACCUMULATORS, operator) ? ACCUMULATORS[operator] : undefined;
  if (start === undefined) throw requestFailed(`unknown group operator '${operator}'`);
  if (isList(operand)) throw requestFailed(`The ${operator} accumulator is a unary operator`);
  return { name, start, evaluate: context.compile(operand) };
}

/** Reads the fields to gather; answers what starts a group. */
export function readAccumulators(fields: Document, context: StageContext): () => Group {
  const gathered = Object.entries(fields).map(([name, value]) => readField(name, value, context));
  return () => {
    const running = gathered.map(({ name, start, evaluate }) => ({ name, evaluate, accumulator: start() }));
    return {
      add(document, run) {
        const scope = scopeOf(document, run);
        for (const { evaluate, accumulator } of running) accumulator.add(evaluate(scope));
      },
      result(id) {
        const document: MutableDocument = { _id: id };
        for (const { name, accumulator } of running) document[name] = accumulator.result() ?? null;
        return document;
      },
    };
  };
}
