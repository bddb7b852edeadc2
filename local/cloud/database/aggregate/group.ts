import { requestFailed } from '../failures';
import { encodeKey } from '../values/key';
import { isDocument, type Value } from '../values/value';
import { readAccumulators, type Group } from './accumulate';
import { sortStage } from './sort';
import { scopeOf, type Stage, type StageCompiler } from './stage';

/** `$group`: groups come in the order in which their first document came; MongoDB promises no order. */
export const groupStage: StageCompiler = (operand, context) => {
  if (!isDocument(operand)) throw requestFailed("a group's fields must be specified in an object");
  const { _id: key, ...fields } = operand;
  if (key === undefined) throw requestFailed('a group specification must include an _id');
  const evaluate = context.compile(key);
  const start = readAccumulators(fields, context);
  return (documents, run) => {
    const groups = new Map<string, { id: Value; group: Group }>();
    for (const document of documents) {
      const id = evaluate(scopeOf(document, run)) ?? null;
      const text = encodeKey(id);
      const known = groups.get(text) ?? { id, group: start() };
      groups.set(text, known);
      known.group.add(document, run);
    }
    return [...groups.values()].map(({ id, group }) => group.result(id));
  };
};

/** `$sortByCount`: how often each value comes, most frequent first. */
export const sortByCountStage: StageCompiler = (operand, context): Stage => {
  const isPath = typeof operand === 'string' && operand.startsWith('$');
  const isExpression = isDocument(operand) && Object.keys(operand).some((name) => name.startsWith('$'));
  if (!isPath && !isExpression) {
    throw requestFailed(
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    );
  }
  const group = groupStage({ _id: operand, count: { $sum: 1 } }, context);
  const sort = sortStage({ count: -1 }, context);
  return (documents, run) => sort(group(documents, run), run);
};
