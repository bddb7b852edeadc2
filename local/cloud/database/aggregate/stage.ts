import type { Filter } from '../store/search';
import type { Expression, Scope, Variables } from '../expression/expression';
import type { Document, Value } from '../values/value';

/** Where a pipeline's documents come from. */
export interface Source {
  /** Documents of a collection that match, in order of insertion; none of a collection that does not exist. */
  find(collection: string, filter: Filter, variables: Variables | undefined): readonly Document[];
  /** As find, with the fields `$geoNear` adds, nearest first. */
  near(collection: string, options: Document): readonly Document[];
}

/** What a running pipeline has at hand. */
export interface PipelineRun {
  readonly source: Source;
  /** Variables of the `$lookup` this pipeline belongs to. */
  readonly variables: Variables | undefined;
  /** A number from 0 up to 1, for `$sample`. */
  readonly random: () => number;
}

/** One compiled stage. */
export type Stage = (documents: readonly Document[], run: PipelineRun) => readonly Document[];

/** A compiled pipeline, run on a collection. */
export type Pipeline = (collection: string, run: PipelineRun) => readonly Document[];

/** What a stage is compiled with. */
export interface StageContext {
  /** Compiles an expression that may use the variables around the pipeline. */
  compile(raw: Value): Expression;
  /** Names of the variables around the pipeline. */
  readonly names: ReadonlySet<string>;
  /** Compiles a pipeline within this one, with more variables. */
  pipeline(stages: readonly Value[], names: readonly string[]): Pipeline;
}

/** Reads the operand of a stage; throws MongoDB's refusal. */
export type StageCompiler = (operand: Value, context: StageContext) => Stage;

/** The scope of expressions on one document. */
export function scopeOf(document: Document, run: PipelineRun): Scope {
  return { root: document, variables: run.variables };
}
