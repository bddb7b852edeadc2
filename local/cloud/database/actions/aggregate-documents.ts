import { compilePipeline } from '../aggregate/pipeline';
import { readGeoNear } from '../aggregate/geo-near';
import type { Source } from '../aggregate/stage';
import { invalidParameter } from '../failures';
import { AGGREGATE_LIMIT } from '../limits';
import { searchBy, searchNear } from '../store/search';
import { decodeValue } from '../values/decode';
import { encodeDocument } from '../values/encode';
import type { Value } from '../values/value';
import type { ActionContext, Run } from './action';
import { checkAnswer } from './answer';
import { charge } from './search';
import { refuseInTransaction } from './transaction-rules';

/** Reads `[{stageKey: '$match', stageValue: '<EJSON text>'}, …]`. */
function readStages(context: ActionContext, stages: unknown): Value[] {
  if (!Array.isArray(stages)) throw invalidParameter('param.stages must be an array');
  return stages.map((stage: unknown): Value => {
    const { stageKey, stageValue } = (stage ?? {}) as { stageKey?: unknown; stageValue?: unknown };
    if (typeof stageKey !== 'string') throw invalidParameter('param.stages names no stageKey');
    return { [stageKey]: decodeValue(stageValue, 'stages', context.serverDate) };
  });
}

/** Lets a pipeline read collections, each search at the operation's expense. */
function sourceOf(context: ActionContext): Source {
  const { catalog, documents } = context.workspace;
  return {
    find(name, filter, variables) {
      if (!catalog.has(name)) return [];
      const collection = catalog.get(name);
      const result = searchBy(documents, collection, filter, { variables });
      charge(context, { collection, query: filter.query }, result);
      return result.found.map(({ document }) => document);
    },
    near(name, options) {
      const collection = catalog.get(name);
      const { question, decorate, limit } = readGeoNear(options, collection);
      const result = searchNear(documents, collection, question);
      charge(context, { collection, query: question.rest }, result);
      return result.nearby.slice(0, limit).map(decorate);
    },
  };
}

/** database.aggregateDocuments: aggregate()…end(), outside of any transaction. */
export const aggregateDocuments: Run = (context, body) => {
  refuseInTransaction(context, 'aggregate()');
  const stages = readStages(context, body['stages']);
  const run = compilePipeline(stages);
  const { name } = context.workspace.catalog.get(body['collectionName']);
  const documents = run(name, { source: sourceOf(context), variables: undefined, random: context.random });
  const limited = stages.some((stage) => Object.hasOwn(stage as object, '$limit'));
  const list = (limited ? documents : documents.slice(0, AGGREGATE_LIMIT)).map(encodeDocument);
  return { data: { list: checkAnswer(list) }, documents: list.length };
};
