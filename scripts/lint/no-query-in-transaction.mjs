// A lint rule: in wx-server-sdk 4.0.2, where().update(), where().remove(), count() and aggregate() of a transaction's
// collection send no transaction id. They run outside of the transaction, silently, and outlive its rollback.

const QUERIES = new Set(['where', 'count', 'aggregate']);
/** Calls on a collection that give something which can still be queried. */
const CHAIN = new Set(['field', 'orderBy', 'skip', 'limit']);
const MARKS = ['collection', 'commit', 'rollback'];
const WRAPPERS = new Set([
  'AwaitExpression',
  'ChainExpression',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
]);

const unwrapped = (node) => {
  let inner = node;
  while (WRAPPERS.has(inner.type)) inner = inner.argument ?? inner.expression;
  return inner;
};

/** The method of a call and what it is called on. */
const methodOf = (node) => {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  const { object, property, computed } = node.callee;
  const name = computed ? (property.type === 'Literal' ? property.value : undefined) : property.name;
  return { name, object: unwrapped(object), property };
};

const isHandedToRunTransaction = (node) =>
  node.parent?.type === 'CallExpression' &&
  node.parent.arguments[0] === node &&
  methodOf(node.parent)?.name === 'runTransaction';

/** Follows names to what they stand for; `sourceCode` is that of the file. */
function createReader(sourceCode) {
  const { parserServices: services } = sourceCode;

  const variableOf = (identifier) => {
    for (let scope = sourceCode.getScope(identifier); scope !== null; scope = scope.upper) {
      const found = scope.set.get(identifier.name);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  /** Whether the type checker sees a transaction; it sees nothing in what the SDK calls `any`. */
  const hasTransactionType = (node) => {
    if (services?.program == null) return false;
    const type = services.getTypeAtLocation(node);
    return MARKS.every((name) => type.getProperty(name) !== undefined);
  };

  const isFirstParameterOfBody = (fn, identifier) => {
    if (fn.params[0] !== identifier) return false;
    if (isHandedToRunTransaction(fn)) return true;
    const holder = fn.id ?? (fn.parent?.type === 'VariableDeclarator' ? fn.parent.id : undefined);
    if (holder?.type !== 'Identifier') return false;
    return (
      variableOf(holder)?.references.some(({ identifier: used }) => isHandedToRunTransaction(used)) ?? false
    );
  };

  /** Whether `is` holds for what the identifier was declared as. */
  const isDeclaredAs = (identifier, is, isParameter) =>
    variableOf(identifier)?.defs.some(({ type, node, name }) => {
      if (type === 'Variable') return node.init != null && node.id === name && is(node.init);
      return type === 'Parameter' && isParameter(node, name);
    }) ?? false;

  const isTransaction = (given) => {
    const node = unwrapped(given);
    if (methodOf(node)?.name === 'startTransaction' || hasTransactionType(node)) return true;
    return node.type === 'Identifier' && isDeclaredAs(node, isTransaction, isFirstParameterOfBody);
  };

  const isTransactionCollection = (given) => {
    const node = unwrapped(given);
    const method = methodOf(node);
    if (method?.name === 'collection') return isTransaction(method.object);
    if (CHAIN.has(method?.name)) return isTransactionCollection(method.object);
    return node.type === 'Identifier' && isDeclaredAs(node, isTransactionCollection, () => false);
  };

  return { isTransactionCollection };
}

export default {
  meta: {
    type: 'problem',
    docs: {
      description: "refuse queries on a transaction's collection, which leave the transaction silently",
    },
    messages: {
      leaves: '{{name}}() leaves the transaction silently in wx-server-sdk 4.0.2: use doc() or add().',
    },
    schema: [],
  },
  create(context) {
    const reader = createReader(context.sourceCode);
    return {
      CallExpression(node) {
        const method = methodOf(node);
        if (!QUERIES.has(method?.name) || !reader.isTransactionCollection(method.object)) return;
        context.report({ node: method.property, messageId: 'leaves', data: { name: method.name } });
      },
    };
  },
};
