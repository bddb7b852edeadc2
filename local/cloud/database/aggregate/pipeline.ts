import { requestFailed } from '../failures';
import { compileExpression } from '../expression/compile';
import { splitNear } from '../query/near';
import { filterOf } from '../store/search';
import { isDocument, type Document, type Value } from '../values/value';
import type { Pipeline, Stage, StageContext } from './stage';
import { STAGES, UNSENDABLE_STAGES } from './table';

/** One stage as it is written: `{ $match: { … } }`. */
interface Written {
  readonly name: string;
  readonly operand: Value;
}

function readStage(raw: Value): Written {
  const [entry, ...more] = isDocument(raw) ? Object.entries(raw) : [];
  if (entry === undefined || more.length > 0)
    throw requestFailed('A pipeline stage specification object must contain exactly one field.');
  return { name: entry[0], operand: entry[1] };
}

function contextOf(names: ReadonlySet<string>): StageContext {
  return {
    names,
    compile: (raw) => compileExpression(raw, names),
    pipeline: (stages, more) => compilePipeline(stages, new Set([...names, ...more])),
  };
}

function checkMatch(operand: Value): Document {
  if (!isDocument(operand)) throw requestFailed('the match filter must be an expression in an object');
  if (splitNear(operand).near !== undefined)
    throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context');
  return operand;
}

function compileStage({ name, operand }: Written, context: StageContext): Stage {
  if (name === '$match') {
    const { matches } = filterOf(checkMatch(operand), context.names);
    return (documents, { variables }) => documents.filter((document) => matches(document, variables));
  }
  if (name === '$geoNear') throw requestFailed('$geoNear is only valid as the first stage in a pipeline.');
  if (UNSENDABLE_STAGES.includes(name))
    throw requestFailed(`${name} is not answered by the local cloud: wx-server-sdk cannot send it`);
  const compile = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
  if (compile === undefined) throw requestFailed(`Unrecognized pipeline stage name: '${name}'`);
  return compile(operand, context);
}

/** The stages at the beginning that decide what is read: they can use indexes. */
function leadingMatches(stages: readonly Written[]): number {
  const other = stages.findIndex(({ name }) => name !== '$match');
  return other < 0 ? stages.length : other;
}

function runAll(stages: readonly Stage[]): Stage {
  return (documents, run) => stages.reduce((current, stage) => stage(current, run), documents);
}

/** Compiles a pipeline; `names` are the variables of the `$lookup` around it. */
export function compilePipeline(stages: readonly Value[], names: ReadonlySet<string> = new Set()): Pipeline {
  const context = contextOf(names);
  const written = stages.map(readStage);
  const [first] = written;
  if (first?.name === '$geoNear') {
    const options = first.operand;
    if (!isDocument(options)) throw requestFailed('the $geoNear specification must be an object');
    const rest = runAll(written.slice(1).map((stage) => compileStage(stage, context)));
    return (collection, run) => rest(run.source.near(collection, options), run);
  }
  const leading = leadingMatches(written);
  const queries = written.slice(0, leading).map(({ operand }) => checkMatch(operand));
  const [only, ...others] = queries;
  const filter = filterOf(others.length === 0 ? (only ?? {}) : { $and: queries }, names);
  const rest = runAll(written.slice(leading).map((stage) => compileStage(stage, context)));
  return (collection, run) => rest(run.source.find(collection, filter, run.variables), run);
}
